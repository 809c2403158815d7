using System.Globalization;

namespace Autonoma.Platform.Artifacts;

/// <summary>Where artifacts lie, what may be one, and as what it is served.</summary>
public static class ArtifactKeys
{
    // What the engine writes, and nothing else: a name decides as what a file is served, and that is never a page or a script.
    private static readonly Dictionary<string, (string Kind, string ContentType)> Known = new(StringComparer.Ordinal)
    {
        [".jpeg"] = ("picture", "image/jpeg"),
        [".png"] = ("picture", "image/png"),
        [".webm"] = ("video", "video/webm"),
        [".jsonl"] = ("log", "application/jsonl"),
        [".json"] = ("document", "application/json"),
        [".txt"] = ("document", "text/plain; charset=utf-8"),
    };

    /// <summary>Whether a path among the files of a run may be an artifact: plain names, forward slashes, a known ending.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= 300 && Known.ContainsKey(Path.GetExtension(name))
            && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'));
    }

    /// <summary><c>picture</c>, <c>video</c>, <c>log</c> or <c>document</c>.</summary>
    public static string KindOf(string name) => Known[Path.GetExtension(name)].Kind;

    /// <summary>As what it is served.</summary>
    public static string ContentTypeOf(string name) => Known[Path.GetExtension(name)].ContentType;

    /// <summary>Where everything of a run lies.</summary>
    public static string FolderOf(Guid organization, Guid run) => $"{organization:N}/{run:N}";

    /// <summary>Where a file lies.</summary>
    /// <exception cref="ArgumentException">It is no name of an artifact.</exception>
    public static string Of(Guid organization, Guid run, int attempt, string name)
        => IsName(name) ? string.Create(CultureInfo.InvariantCulture, $"{FolderOf(organization, run)}/{attempt}/{name}") : throw new ArgumentException("It is no name of an artifact.", nameof(name));
}
