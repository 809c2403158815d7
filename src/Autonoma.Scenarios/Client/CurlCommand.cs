using System.Text;

namespace Autonoma.Scenarios.Client;

/// <summary>A request as a person would send it from a shell. The secret is taken from the environment there, and is not in the text.</summary>
public static class CurlCommand
{
    /// <summary>The command, on several lines.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="headers">Further headers, with values as a shell writes them between double quotes.</param>
    public static string For(Uri url, ReadOnlySpan<byte> body, params IEnumerable<(string Name, string Value)> headers)
        => $"""
            BODY={Quote(Encoding.UTF8.GetString(body))}
            SIGNATURE=$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$AUTONOMA_SHARED_SECRET" | sed 's/.*= //')
            curl -sS -X POST {Quote(url.ToString())} \
              -H 'Content-Type: application/json' \
              -H "x-signature: $SIGNATURE" \{string.Concat(headers.Select(header => $"\n  -H \"{header.Name}: {header.Value}\" \\"))}
              --data-binary "$BODY"
            """.ReplaceLineEndings("\n");

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
