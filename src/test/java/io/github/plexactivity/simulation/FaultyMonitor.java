package io.github.plexactivity.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The monitor and the simulation once more, beside the true ones, with a fault planted in one class. */
final class FaultyMonitor extends ClassLoader {

    private static final String OURS = "io.github.plexactivity.";

    private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

    FaultyMonitor(Patch fault) throws IOException {
        super(FaultyMonitor.class.getClassLoader());
        compile(fault);
    }

    /**
     * The rule that is broken first by runs from the first seeds, if one is.
     *
     * @param run with a method that answers the rule that a run from a seed breaks
     */
    @SuppressWarnings("unchecked")
    Optional<String> firstViolation(Class<?> run, int seeds) throws ReflectiveOperationException {
        Method method = loadClass(run.getName()).getMethod("violation", long.class);
        Optional<String> violation = Optional.empty();
        for (long seed = 0; violation.isEmpty() && seed < seeds; seed++) {
            violation = (Optional<String>) method.invoke(null, seed);
        }
        return violation;
    }

    private void compile(Patch fault) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = System.getProperty("java.class.path");
        StringWriter complaints = new StringWriter();
        try (JavaFileManager files = new Output(compiler.getStandardFileManager(null, null, null))) {
            List<String> options = List.of("-classpath", path, "-proc:none", "-nowarn", "--release", "17");
            JavaFileObject source = new Source(fault);
            boolean done = compiler.getTask(complaints, files, null, options, null, List.of(source))
                    .call();
            if (!done) {
                throw new IllegalStateException(fault + " does not compile: " + complaints);
            }
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream original = getResourceAsStream(name.replace('.', '/') + ".class")) {
            ByteArrayOutputStream faulty = compiled.get(name);
            byte[] bytes = faulty != null ? faulty.toByteArray() : original == null ? null : original.readAllBytes();
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Keeps what is compiled in memory. */
    private final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        Output(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    compiled.put(name, bytes);
                    return bytes;
                }
            };
        }
    }

    /** The source with the fault in it. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Patch fault) throws IOException {
            super(URI.create("mem:///" + fault.className().replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = fault.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
