using Autonoma.Platform.Access;
using Autonoma.Server.Access;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;

namespace Autonoma.Server.Samples;

/// <param name="Path">Below the suite, with slashes.</param>
/// <param name="Content">The test.</param>
internal sealed record SampleFile(string Path, string Content);

/// <param name="Url">Where the sample application runs; null when the server was started without one.</param>
/// <param name="Files">Its tests, in the form that an import takes.</param>
internal sealed record SampleAnswer(string? Url, IReadOnlyList<SampleFile> Files);

/// <summary>An application to try things with, when the server was started with one: <c>--sample-url</c> and <c>--sample-tests</c>, a folder.</summary>
internal sealed class SampleFeature : IServerFeature
{
    public void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/v1/sample", AnswerAsync).Needs(Permission.Read).WithTags("sample").WithSummary("The application to try things with, and its tests.");

    private static async Task<SampleAnswer> AnswerAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        if (settings is not { SampleUrl: { } url, SampleTests: { } folder })
            return new(null, []);
        var files = new List<SampleFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            files.Add(new(Path.GetRelativePath(folder, path).Replace('\\', '/'), await File.ReadAllTextAsync(path, cancellationToken)));
        return new(url.ToString().TrimEnd('/'), files);
    }
}
