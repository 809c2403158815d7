using System.Globalization;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;

namespace Autonoma.Server.Answers;

/// <summary>Versions of what two people may edit, as ETags.</summary>
internal static class Versions
{
    /// <summary>Says which version the answer holds.</summary>
    public static void Tell(this HttpResponse response, int version) => response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Refuses when the caller has made their change on another version than the one there is. Who names none writes over whatever is there.</summary>
    public static void Expect(this HttpRequest request, int version)
    {
        if (request.Headers.IfMatch.ToString() is not { Length: > 0 } wanted || wanted == "*")
            return;
        if (!wanted.Split(',').Any(tag => tag.Trim().Trim('"') == version.ToString(CultureInfo.InvariantCulture)))
            throw Refused.Outdated();
    }

    /// <inheritdoc cref="Expect(HttpRequest, int)"/>
    public static void Expect(this HttpRequest request, IVersioned row) => request.Expect(row.Version);
}
