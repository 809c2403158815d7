using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Autonoma.Platform.Webhooks;

/// <summary>How a delivery proves whose it is: <c>t=1763740000,v1=hex</c>, HMAC-SHA256 over <c>t.body</c>. The time is signed, so that an old delivery cannot be sent again as a new one.</summary>
public static class WebhookSignature
{
    /// <summary>The header it is sent in.</summary>
    public const string Header = "X-Autonoma-Signature";

    /// <summary>Makes one.</summary>
    public static string Of(string secret, DateTimeOffset time, string body)
    {
        var seconds = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }
}
