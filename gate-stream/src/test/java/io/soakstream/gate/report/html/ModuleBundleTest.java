package io.soakstream.gate.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleBundleTest {
    @Test
    void shouldPutWhatIsImportedBeforeWhatImportsIt() {
        // Given
        Map<String, String> modules = Map.of(
                "page.js", "import { shown } from \"./view.js\";\nimport { el } from \"./dom.js\";\nel(shown);\n",
                "view.js", "import { el } from \"./dom.js\";\nexport const shown = el;\n",
                "dom.js", "function hidden() {}\nexport function el() {}\nexport class Kept {}\n");

        // When
        String script = ModuleBundle.of("page.js", modules::get);

        // Then
        assertThat(script).isEqualTo("""
                        const modules = {};
                        modules["dom.js"] = (() => {
                        function hidden() {}
                        function el() {}
                        class Kept {}
                        return { el, Kept };
                        })();
                        modules["view.js"] = (() => {
                        const { el } = modules["dom.js"];
                        const shown = el;
                        return { shown };
                        })();
                        modules["page.js"] = (() => {
                        const { shown } = modules["view.js"];
                        const { el } = modules["dom.js"];
                        el(shown);
                        return {  };
                        })();
                        """);
    }

    @Test
    void shouldLeaveOutLinesOfComments() {
        // Given
        Map<String, String> modules = Map.of(
                "a.js",
                "// What it is.\n\n/** One line. */\nexport const a = 1; // beside\n/**\n * Several, with a * in them.\n"
                        + " *\n * @param x 2 * 3\n */\nconst url = \"//a/**/b\";\n  // inside\n");

        // When
        String script = ModuleBundle.of("a.js", modules::get);

        // Then
        assertThat(script).isEqualTo("""
                        const modules = {};
                        modules["a.js"] = (() => {

                        const a = 1; // beside
                        const url = "//a/**/b";
                        return { a };
                        })();
                        """);
    }

    @Test
    void shouldRefuseModulesThatNeedEachOther() {
        // Given
        Map<String, String> modules = Map.of(
                "a.js", "import { b } from \"./b.js\";\nexport const a = 1;\n",
                "b.js", "import { a } from \"./a.js\";\nexport const b = 1;\n");

        // Then
        assertThatThrownBy(() -> ModuleBundle.of("a.js", modules::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.js: imports from itself");
    }

    @Test
    void shouldRefuseFormsThatItDoesNotKnow() {
        // Given
        Map<String, String> modules = Map.of("a.js", "import everything from \"./b.js\";\n");

        // Then
        assertThatThrownBy(() -> ModuleBundle.of("a.js", modules::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.js: cannot be put into one script: import everything");
    }
}
