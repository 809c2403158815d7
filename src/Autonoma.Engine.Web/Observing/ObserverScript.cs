using System.Text;

namespace Autonoma.Engine.Web.Observing;

/// <summary>The page-side observer: its files joined into one function that installs itself once per document.</summary>
internal static class ObserverScript
{
    // Order matters only for what runs at once: the hooks come first, the start last.
    private static readonly string[] Files =
    [
        "hooks.js", "identity.js", "roles.js", "names.js", "pseudo.js", "style.js", "shapes.js", "icons.js", "visualhash.js", "canvas.js", "visibility.js", "states.js", "look.js", "drawings.js",
        "activity.js", "inert.js", "changes.js", "actions.js", "presses.js", "start.js",
    ];

    private static readonly Lazy<string> Joined = new(Join);

    /// <summary>The whole script. Running it a second time in the same document does nothing.</summary>
    public static string Text => Joined.Value;

    private static string Join()
    {
        var script = new StringBuilder("(() => {\n'use strict';\nif (window.__autonoma) return;\n", 100_000);
        foreach (var file in Files)
        {
            using var stream = typeof(ObserverScript).Assembly.GetManifestResourceStream(file)
                ?? throw new InvalidOperationException($"The page script {file} is missing from the assembly.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            script.Append(reader.ReadToEnd()).Append('\n');
        }

        return script.Append("})();").ToString();
    }
}
