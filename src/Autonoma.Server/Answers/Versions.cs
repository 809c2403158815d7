using System.Globalization;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;

namespace Autonoma.Server.Answers;

/// <summary>Versions of what two people may edit, as ETags.</summary>
internal static class Versions
{
    /// <summary>Says which version the answer holds.</summary>
    public static void Tell(this HttpResponse response, int version) => response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Says which version of a whole suite the answer holds; nothing where there is none yet.</summary>
    public static void Tell(this HttpResponse response, Guid? suiteVersion) => response.Headers.ETag = suiteVersion is { } version ? $"\"{version}\"" : default(Microsoft.Extensions.Primitives.StringValues);

    /// <summary>Refuses when the caller has made their change on another version than the one there is. Who names none writes over whatever is there.</summary>
    public static void Expect(this HttpRequest request, int version) => request.Expect(version.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Expect(HttpRequest, int)"/>
    public static void Expect(this HttpRequest request, Guid? suiteVersion) => request.Expect(suiteVersion?.ToString());

    /// <inheritdoc cref="Expect(HttpRequest, int)"/>
    public static void Expect(this HttpRequest request, IVersioned row) => request.Expect(row.Version);

    private static void Expect(this HttpRequest request, string? version)
    {
        if (request.Headers.IfMatch.ToString() is not { Length: > 0 } wanted || wanted == "*")
            return;
        if (!wanted.Split(',').Any(tag => tag.Trim().Trim('"') == version))
            throw Refused.Outdated();
    }
}
