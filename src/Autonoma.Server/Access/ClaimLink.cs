using Autonoma.Platform.Access;
using Autonoma.Platform.Sealing;
using Autonoma.Server.Configuration;

namespace Autonoma.Server.Access;

/// <summary>
/// A link that a start prints: whoever can read the console of a server owns it, and needs no account elsewhere to say so. Works once.
/// </summary>
internal sealed class ClaimLink(ServerSettings settings, Sealer sealer)
{
    // Where others reach it there may be several servers of one database, and whoever opens the link comes to any of them: all print the same word, until there is an account. It follows from the key that all of them have.
    private string? _token = settings.IsLocal ? SecretTokens.New() : Convert.ToHexStringLower(sealer.KeyFor("word to claim a server with"));

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
