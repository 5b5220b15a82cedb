package io.soakstream.notifier.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Reads no more of an answer than any of these platforms has to say. */
final class BodyLimit implements Interceptor {
    static final long MAX_BYTES = 64 * 1024;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        try (ResponseBody start = response.peekBody(MAX_BYTES + 1)) {
            if (start.contentLength() > MAX_BYTES) {
                response.close();
                throw new IOException("the answer is longer than " + MAX_BYTES + " bytes");
            }
        }
        return response;
    }
}
