using System.Text.RegularExpressions;
using Autonoma.Planner.Pipeline.State;

namespace Autonoma.Planner.Pipeline.Model;

/// <summary>The files of a repository that a model may see: below its root and nowhere else, no links that lead out, no secrets, nothing that was built or fetched.</summary>
/// <param name="root">Full path of the repository.</param>
/// <param name="plan">Full path of the plan, which is read with other means.</param>
internal sealed partial class CodeFiles(string root, string plan)
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git", ".hg", ".svn", "node_modules", "bower_components", "bin", "obj", "dist", "build", "out", ".next", ".nuxt", ".turbo", ".cache", ".idea", ".vs", "vendor", "target", "__pycache__", ".venv", "venv", "coverage", "artifacts",
    };

    private readonly string _root = RealPath.Of(root);
    private readonly string _plan = RealPath.Of(plan);

    /// <summary>Full path of a file or folder that a model names; an answer for the model instead where it may not be seen.</summary>
    /// <param name="path">As the model wrote it.</param>
    /// <param name="full">The path; empty when it may not be seen.</param>
    /// <returns>Why not; null when it may.</returns>
    public string? Resolve(string path, out string full)
    {
        full = "";
        if (path.Contains('\0', StringComparison.Ordinal))
            return "The path holds a character that no path has.";
        var wanted = RealPath.Of(Path.GetFullPath(path.Replace('\\', '/').TrimStart('/'), _root));
        if (wanted != _root && !IsBelow(_root, wanted))
            return $"'{path}' lies outside the repository, or is a link that leads out of it.";
        if (wanted == _plan || IsBelow(_plan, wanted))
            return $"'{path}' belongs to the plan: use read_artifact and write_artifact.";
        var relative = Shown(wanted);
        if (relative.Split('/').FirstOrDefault(Skipped.Contains) is { } skipped)
            return $"'{path}' lies in '{skipped}', which is not looked into.";
        if (IsSecret(wanted))
            return $"'{path}' may hold secrets and is not shown. An example file beside it says which settings there are.";
        full = wanted;
        return null;
    }

    /// <summary>Files below a folder, sorted, each as a path from the root.</summary>
    public IEnumerable<string> Files(string folder)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        foreach (var file in entries.OfType<FileInfo>().Where(file => file.LinkTarget is null && !IsSecret(file.FullName)))
            yield return file.FullName;
        foreach (var inner in entries.OfType<DirectoryInfo>().Where(inner => inner.LinkTarget is null && !Skipped.Contains(inner.Name) && inner.FullName != _plan))
        {
            foreach (var file in Files(inner.FullName))
                yield return file;
        }
    }

    /// <summary>A path as it is shown to a model.</summary>
    public string Shown(string full) => Path.GetRelativePath(_root, full).Replace('\\', '/');

    /// <summary>Whether a name says that the file holds secrets.</summary>
    public static bool IsSecret(string path)
    {
        var name = Path.GetFileName(path);
        return Secret().IsMatch(name) && !Example().IsMatch(name);
    }

    /// <summary>Text with the values of what is called a secret taken out; settings files have them where they should not.</summary>
    public static string WithoutSecrets(string path, string text) => Settings().IsMatch(path) ? SecretValue().Replace(text, match => $"{match.Groups[1].Value}[not shown]") : text;

    private static bool IsBelow(string folder, string path) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [GeneratedRegex(@"^\.env(?:\..+)?$|\.env$|\.(?:pem|key|pfx|p12|jks|keystore|kdbx|ppk|asc|gpg)$|^id_(?:rsa|dsa|ecdsa|ed25519)|^(?:\.npmrc|\.netrc|_netrc|\.pypirc|\.pgpass|\.git-credentials|\.htpasswd)$|^(?:secrets?|credentials?|service[-_]?account)\b.*\.(?:json|ya?ml|toml|ini|txt|xml)$|^local\.settings\.json$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?:example|sample|template|dist)", RegexOptions.IgnoreCase)]
    private static partial Regex Example();

    [GeneratedRegex(@"\.(?:json|ya?ml|toml|ini|config|xml|properties|conf|cfg)$", RegexOptions.IgnoreCase)]
    private static partial Regex Settings();

    [GeneratedRegex(@"((?:password|passwd|pwd|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|connection[-_]?strings?|default[-_]?connection|database[-_]?url|dsn)[""']?\s*[:=]\s*)(?:""[^""\n]*""|'[^'\n]*'|[^\s""'{\[,][^\n,]*)", RegexOptions.IgnoreCase)]
    private static partial Regex SecretValue();
}
