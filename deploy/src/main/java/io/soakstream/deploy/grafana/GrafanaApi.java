package io.soakstream.deploy.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** The two calls of Grafana's HTTP API that are needed. */
public final class GrafanaApi {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Pattern UID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int OK = 200;

    private final URI root;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            .build();

    /**
     * @param root with scheme http or https, with the path that Grafana is served below, if any
     * @param token of a service account
     * @throws IllegalArgumentException it is no such address
     */
    public GrafanaApi(URI root, String token) {
        boolean web = "http".equals(root.getScheme()) || "https".equals(root.getScheme());
        if (!web || root.getHost() == null || root.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "\"" + root.getScheme() + "://...\" is no address of a Grafana: expected http://HOST:PORT");
        }
        this.root = root;
        this.token = token;
    }

    /**
     * A dashboard as it is.
     *
     * @throws GrafanaException there is none, it is not given, or nobody answers
     */
    public Dashboard export(String uid) throws InterruptedException {
        if (!UID.matcher(uid).matches()) {
            throw GrafanaException.refused("\"" + uid + "\" is no uid of a dashboard");
        }
        return Dashboard.of(tree(send(request("/api/dashboards/uid/" + uid).build(), "dashboard " + uid)));
    }

    /**
     * Puts a dashboard in the place of one with its uid, or beside the others.
     *
     * @return the path that it has then
     * @throws GrafanaException it is not taken, or nobody answers
     */
    public String put(Dashboard dashboard) throws InterruptedException {
        HttpRequest post = request("/api/dashboards/db")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(dashboard.importBody()))
                .build();
        return tree(send(post, "dashboard " + dashboard.uid())).path("url").asText();
    }

    private HttpRequest.Builder request(String path) {
        String base = root.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request, String what) throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = client.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw GrafanaException.unreachable(root + " does not answer: " + away);
        }
        return switch (answer.statusCode()) {
            case OK -> answer.body();
            case 401 -> throw GrafanaException.refused("Grafana does not know the token (401)");
            case 403 -> throw GrafanaException.refused("the token may not do that (403)");
            case 404 -> throw GrafanaException.refused("there is no " + what + " (404)");
            default ->
                throw GrafanaException.refused(
                        what + ": Grafana answers with status " + answer.statusCode() + said(answer.body()));
        };
    }

    private static String said(String body) {
        try {
            String message = MAPPER.readTree(body).path("message").asText();
            return message.isEmpty() ? "" : ": " + message.replaceAll("\\p{Cntrl}", "?");
        } catch (JsonProcessingException none) {
            return "";
        }
    }

    private static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw GrafanaException.refused("the answer is no JSON: is this a Grafana?");
        }
    }
}
