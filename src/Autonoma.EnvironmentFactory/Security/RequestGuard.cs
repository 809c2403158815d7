using System.Globalization;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.Extensions.Hosting;

namespace Autonoma.EnvironmentFactory.Security;

/// <summary>Decides whether a request may be looked into, in the order the protocol gives.</summary>
internal sealed class RequestGuard(IReplayGuard replays, TimeProvider time, IHostEnvironment? host)
{
    private const int ShortestNonce = 16;
    private const int LongestNonce = 128;

    /// <summary>What can be said before the body is read; null if nothing stands against it.</summary>
    public EnvironmentFactoryException? Unavailable(EnvironmentFactoryOptions options)
    {
        if (SecretRules.AreShared(options))
            return new(ErrorCodes.SameSecrets, "The shared secret and the signing secret are the same: use two different values.");
        if (!options.AllowProduction && IsProduction())
            return new(ErrorCodes.ProductionBlocked, "Not found");
        if (SecretRules.Missing(options) is { } missing)
            return new(ErrorCodes.InternalError, $"{missing} is not set.");
        return null;
    }

    /// <exception cref="EnvironmentFactoryException">The request is not signed with a shared secret, or not fresh.</exception>
    public async ValueTask VerifyAsync(EnvironmentFactoryRequest request, EnvironmentFactoryOptions options, CancellationToken cancellationToken)
    {
        var secrets = SecretRules.Shared(options);
        // Every secret is tried, so that the time does not tell which one it was.
        var isSigned = false;
        foreach (var secret in secrets)
            isSigned |= RequestSignature.Verify(request.Body.Span, request.Signature, secret);
        if (!isSigned)
            throw new EnvironmentFactoryException(ErrorCodes.InvalidSignature, "Invalid signature");
        if (options.RequireFreshRequests || request.Timestamp is not null || request.Nonce is not null || request.FreshSignature is not null)
            await VerifyFreshAsync(request, secrets, options.FreshnessWindow, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask VerifyFreshAsync(EnvironmentFactoryRequest request, IReadOnlyList<string> secrets, TimeSpan window, CancellationToken cancellationToken)
    {
        if (request.Timestamp is not { } timestamp || request.Nonce is not { } nonce || nonce.Length is < ShortestNonce or > LongestNonce || !nonce.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            throw Stale("a timestamp and a nonce of 16 to 128 letters and digits are needed");
        var isSigned = false;
        foreach (var secret in secrets)
            isSigned |= RequestSignature.VerifyFresh(request.Body.Span, timestamp, nonce, request.FreshSignature, secret);
        if (!isSigned)
            throw Stale("the signature over timestamp and nonce does not match");
        if (timestamp.Length > 12 || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            throw Stale("the timestamp is no Unix time in seconds");
        var sent = DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
        if ((time.GetUtcNow() - sent).Duration() > window)
            throw Stale("the timestamp is too far from now");
        // A nonce must outlive its timestamp; the second is for the fraction that a timestamp lacks.
        if (!await replays.TryUseAsync(nonce, sent + window + TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false))
            throw Stale("this request was sent before");
    }

    private static EnvironmentFactoryException Stale(string reason) => new(ErrorCodes.InvalidSignature, $"Invalid signature: {reason}");

    // Without a host the environment variables decide as the host would: none of them means production.
    private bool IsProduction()
    {
        if (host is not null)
            return host.IsProduction();
        var name = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        return string.IsNullOrEmpty(name) || name.Equals(Environments.Production, StringComparison.OrdinalIgnoreCase);
    }
}
