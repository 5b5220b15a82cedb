package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.metrics.Meters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    @Test
    void shouldShowTheSameOnBothPorts() throws Exception {
        // Given
        List<String> lines = new ArrayList<>();
        try (Meters meters = new Meters();
                MetricsPage page = MetricsPage.show(Optional.of(0), Optional.of(meters), lines::add)) {
            page.registry().counter("soak.notifications", "channel", "ops").increment();

            // When
            String own = page(lines.get(0).substring(lines.get(0).indexOf("http")));

            // Then
            assertThat(own).contains("soak_notifications_total{channel=\"ops\"} 1.0");
            assertThat(meters.page()).contains("soak_notifications_total{channel=\"ops\"} 1.0");
        }
    }

    private static String page(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
