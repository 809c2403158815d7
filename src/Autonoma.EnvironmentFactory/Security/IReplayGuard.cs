namespace Autonoma.EnvironmentFactory.Security;

/// <summary>Remembers which requests were seen. Replace it with one on shared storage where several servers answer one address.</summary>
public interface IReplayGuard
{
    /// <summary>True if the nonce was not seen before; it is remembered from now on.</summary>
    /// <param name="nonce">The nonce of a request whose signature and timestamp are good.</param>
    /// <param name="forgetAt">From then on the timestamp alone refuses the request, so the nonce may be forgotten.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<bool> TryUseAsync(string nonce, DateTimeOffset forgetAt, CancellationToken cancellationToken);
}
