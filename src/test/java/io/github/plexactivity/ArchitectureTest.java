package io.github.plexactivity;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Holds the picture in docs/architecture.md. */
@AnalyzeClasses(packages = "io.github.plexactivity", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.plexactivity";

    @ArchTest
    static final ArchRule eachPackageSeesOnlyThoseFurtherIn = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("face")
            .definedBy(ROOT)
            .layer("runtime")
            .definedBy(ROOT + ".internal.runtime..")
            .layer("delivery")
            .definedBy(ROOT + ".internal.delivery..")
            .layer("transport")
            .definedBy(ROOT + ".internal.transport..")
            .layer("wire")
            .definedBy(ROOT + ".internal.wire..")
            .layer("core")
            .definedBy(ROOT + ".internal.core..")
            .layer("model")
            .definedBy(ROOT + ".model..")
            .layer("value")
            .definedBy(ROOT + ".internal.value..")
            .layer("testkit")
            .definedBy(ROOT + ".testkit..")
            .layer("metrics")
            .definedBy(ROOT + ".metrics..")
            .whereLayer("metrics")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("metrics")
            .mayOnlyAccessLayers("face", "model")
            .whereLayer("face")
            .mayOnlyBeAccessedByLayers("metrics")
            .whereLayer("testkit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("testkit")
            .mayOnlyAccessLayers("model")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("face")
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("runtime")
            .whereLayer("delivery")
            .mayOnlyAccessLayers("core", "model")
            .whereLayer("transport")
            .mayOnlyBeAccessedByLayers("face", "runtime")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("runtime", "transport")
            .whereLayer("model")
            .mayOnlyAccessLayers("value")
            .whereLayer("value")
            .mayNotAccessAnyLayer()
            .whereLayer("value")
            .mayOnlyBeAccessedByLayers("model", "core", "wire");

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().matching("io.github.plexactivity.(**)").should().beFreeOfCycles();

    /** It is not there unless the user brings it. */
    @ArchTest
    static final ArchRule onlyMetricsNeedMicrometer = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule coreAndWireKnowNoClockThreadSocketOrLogger = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".internal.core..", ROOT + ".internal.wire..", ROOT + ".model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.net..", "okhttp3..", "java.util.concurrent.locks..")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule onlyTheLoopReadsTheClock = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".internal.runtime..", ROOT + ".internal.delivery..")
            .and()
            .doNotHaveSimpleName("SystemLoop")
            .and()
            .doNotHaveSimpleName("OwnThreads")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule theCoreIsFreeOfLibraries = classes()
            .that()
            .resideInAnyPackage(ROOT + ".internal.core..", ROOT + ".model..", ROOT + ".internal.value..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    ROOT + ".internal.core..",
                    ROOT + ".model..",
                    ROOT + ".internal.value..");

    @ArchTest
    static final ArchRule nothingIsLookedUpByName = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ServiceLoader.class)
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Class.class).or(assignableTo(ClassLoader.class))))
                    .and(target(nameMatching(
                            "forName|loadClass|newInstance|get(Declared|Resource|Method|Field|Constr).*"))));

    @ArchTest
    static void thePictureNamesEveryPackage(JavaClasses all) throws IOException {
        String picture = Files.readString(Path.of("docs/architecture.md"));
        assertThat(all.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .allSatisfy(name -> assertThat(picture)
                        .contains("`" + (name.equals(ROOT) ? "(root)" : name.substring(ROOT.length() + 1)) + "`"));
    }
}
