package io.github.plexactivity.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** Listens in on the server-sent events that a monitor reads. The monitor reads on as if nobody did. */
final class FrameTap implements Interceptor {
    /** What is told of each event, on the thread that reads it. */
    interface Ear {
        void heard(String name, String data);
    }

    private static final String PATH = "/:/eventsource/notifications";
    private static final int LONGEST_LINE = 1 << 20;

    private final Ear ear;

    FrameTap(Ear ear) {
        this.ear = ear;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean isStream = chain.request().url().encodedPath().endsWith(PATH) && response.isSuccessful();
        return isStream ? response.newBuilder().body(new Body(response.body())).build() : response;
    }

    private final class Body extends ResponseBody {
        private final ResponseBody whole;
        private final BufferedSource source;

        Body(ResponseBody whole) {
            this.whole = whole;
            this.source = Okio.buffer(new Copying(whole.source()));
        }

        @Override
        public MediaType contentType() {
            return whole.contentType();
        }

        @Override
        public long contentLength() {
            return whole.contentLength();
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }

    /** Takes a copy of what is read, and puts it together by lines and events. */
    private final class Copying extends ForwardingSource {
        private final Buffer copy = new Buffer();
        private final List<String> data = new ArrayList<>();
        private String name = "";

        Copying(BufferedSource whole) {
            super(whole);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            if (count > 0) {
                sink.copyTo(copy, sink.size() - count, count);
                while (copy.indexOf((byte) '\n') >= 0) {
                    line(copy.readUtf8LineStrict());
                }
                if (copy.size() > LONGEST_LINE) {
                    copy.clear(); // the monitor gives it up as well
                }
            }
            return count;
        }

        private void line(String line) {
            if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("data:")) {
                data.add(value(line));
            } else if (line.isEmpty() && !data.isEmpty()) {
                ear.heard(name, String.join("\n", data));
                name = "";
                data.clear();
            }
        }

        private static String value(String line) {
            return line.substring(line.indexOf(':') + 1).stripLeading();
        }
    }
}
