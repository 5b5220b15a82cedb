package io.soakstream.notifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.secret.Redaction;
import java.util.List;
import java.util.Set;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutboundHttpTest {
    private static final AddressPolicy LOOPBACK = new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8")));
    private static Javalin server;

    @BeforeAll
    static void start() {
        server = Javalin.create(javalin -> {
                    javalin.startup.showJavalinBanner = false;
                    javalin.jetty.host = "127.0.0.1";
                    javalin.jetty.port = 0;
                    javalin.routes.get("/ok", context -> context.result("ok"));
                    javalin.routes.get("/away", context -> context.redirect("/ok"));
                    javalin.routes.get("/large", context -> context.result("x".repeat(100_000)));
                })
                .start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private static Delivery get(NetworkRules rules, String url) {
        OutboundHttp http = new OutboundHttp(rules, new Redaction(List.of()));
        return http.attempt(() -> {
            try (Response answer = http.client()
                    .newCall(new Request.Builder().url(url).build())
                    .execute()) {
                return Delivery.sent(answer.code() + " " + answer.body().string());
            }
        });
    }

    private static NetworkRules rules(String host, AddressPolicy addresses, boolean plain) {
        return new NetworkRules(Set.of(host), addresses, plain);
    }

    @Test
    void shouldReachWhatIsAllowed() {
        assertThat(get(rules("127.0.0.1", LOOPBACK, true), url("/ok"))).isEqualTo(Delivery.sent("200 ok"));
    }

    @Test
    void shouldRefuseHostsThatAreNotNamed() {
        assertThat(get(rules("hooks.example", LOOPBACK, true), url("/ok")))
                .isEqualTo(Delivery.dropped("the host is not among network.allow_hosts"));
    }

    @Test
    void shouldRefuseAddressesInUrlsThatAreNotPublic() {
        assertThat(get(rules("127.0.0.1", new AddressPolicy(List.of()), true), url("/ok")))
                .isEqualTo(Delivery.dropped("the address is not public"));
    }

    @Test
    void shouldRefuseNamesThatLeadToAddressesThatAreNotPublic() {
        // When
        Delivery delivery = get(
                rules("localhost", new AddressPolicy(List.of()), false), "https://localhost:" + server.port() + "/ok");

        // Then
        assertThat(delivery).isEqualTo(Delivery.dropped("localhost leads to an address that is not public"));
    }

    @Test
    void shouldRefuseHttp() {
        assertThat(get(rules("127.0.0.1", LOOPBACK, false), url("/ok")))
                .isEqualTo(Delivery.dropped("the target is not https"));
    }

    @Test
    void shouldNotFollowRedirects() {
        assertThat(get(rules("127.0.0.1", LOOPBACK, true), url("/away")).reference())
                .get()
                .asString()
                .startsWith("302");
    }

    @Test
    void shouldNotReadALargeAnswer() {
        // When
        Delivery delivery = get(rules("127.0.0.1", LOOPBACK, true), url("/large"));

        // Then
        assertThat(delivery.kind()).isEqualTo(Delivery.Kind.UNSURE);
        assertThat(delivery.reason()).contains("longer than 65536 bytes");
    }

    @Test
    void shouldKnowThatNothingWentOutWhereNobodyListens() {
        assertThat(get(rules("127.0.0.1", LOOPBACK, true), "http://127.0.0.1:1/ok")
                        .kind())
                .isEqualTo(Delivery.Kind.FAILED);
    }
}
