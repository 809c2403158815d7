using Autonoma.Platform.Access;

namespace Autonoma.Server.Access;

/// <summary>
/// A link that a start prints: whoever can read the console of a server owns it, and needs no account elsewhere to say so. Works once.
/// </summary>
internal sealed class ClaimLink
{
    private string? _token = SecretTokens.New();

    /// <summary>What to open, below the server's address.</summary>
    public string Path => $"/claim?token={_token}";

    /// <summary>Whether the word is the right one, without using it up.</summary>
    public bool Fits(string? token) => SecretTokens.Equal(Volatile.Read(ref _token), token);

    /// <summary>Takes it; of two who try at once, one has it.</summary>
    public bool Take(string? token)
    {
        var current = Volatile.Read(ref _token);
        return SecretTokens.Equal(current, token) && Interlocked.CompareExchange(ref _token, null, current) == current;
    }
}
