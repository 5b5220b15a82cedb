package io.soakstream.deploy.page;

import io.javalin.http.Context;
import io.soakstream.deploy.http.ApiRoute;
import io.soakstream.deploy.http.EntityTag;
import io.soakstream.producer.http.Answer;
import io.soakstream.producer.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Serves the page to whoever asks: without a token it shows a question for one, and nothing of any run. */
public final class PageRoutes {
    /** Its own files and its own server, nothing else; and no text ever becomes markup or a script. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final String ALWAYS = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final DashboardPage page = DashboardPage.read();
    private final EntityTag indexTag = EntityTag.of(page.index().text());

    /** The page and its files. */
    public List<ApiRoute> routes() {
        return List.of(ApiRoute.open("/", this::index), ApiRoute.open("/assets/{version}/{file}", this::file));
    }

    private CompletableFuture<Answer> index(Context context) {
        return CompletableFuture.completedFuture(indexTag.unlessKnown(context, answer(page.index(), ASK_AGAIN)));
    }

    private CompletableFuture<Answer> file(Context context) {
        // Whoever has the page of another version is to load it anew, not to mix its files with these.
        return CompletableFuture.completedFuture(page.file(context.pathParam("file"))
                .filter(file -> context.pathParam("version").equals(page.version()))
                .map(file -> answer(file, ALWAYS))
                .orElseThrow(() -> Problem.of(404, "there is no such file of the page")));
    }

    private static Answer answer(DashboardPage.File file, String caching) {
        return new Answer(
                200,
                file.contentType(),
                Optional.of(file.text()),
                Map.of("Cache-Control", caching, "Content-Security-Policy", POLICY));
    }
}
