package io.soakstream.notifier.http;

import java.io.IOException;
import java.net.InetAddress;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets requests go to the configured hosts alone, by https. */
final class TargetGuard implements Interceptor {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");
    private final NetworkRules rules;

    TargetGuard(NetworkRules rules) {
        this.rules = rules;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        if (!rules.hosts().contains(url.host())) {
            throw new RefusedTargetException("the host is not among network.allow_hosts");
        }
        boolean literal = LITERAL.matcher(url.host()).matches();
        // An address that stands in the URL is never looked up.
        if (literal && !rules.addresses().allows(InetAddress.getByName(url.host()))) {
            throw new RefusedTargetException("the address is not public");
        }
        boolean plain = rules.plainLoopback()
                && literal
                && InetAddress.getByName(url.host()).isLoopbackAddress();
        if (!url.isHttps() && !plain) {
            throw new RefusedTargetException("the target is not https");
        }
        return chain.proceed(chain.request());
    }
}
