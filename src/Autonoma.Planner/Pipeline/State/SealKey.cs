using System.Security.Cryptography;
using System.Text;

namespace Autonoma.Planner.Pipeline.State;

/// <summary>
/// What seals are made with. It lies outside every repository, so that nothing that is copied or written into a plan can bring a seal of its own. By default it
/// is this user's on this machine, and a seal is good for one folder; with <see cref="Variable"/> several machines share one.
/// </summary>
public sealed class SealKey
{
    /// <summary>Environment variable of a key that several machines share: 32 characters at least.</summary>
    public const string Variable = "AUTONOMA_PLAN_KEY";

    private const int LeastLength = 32;

    private readonly byte[] _key;
    private readonly bool _isShared;

    private SealKey(byte[] key, bool isShared)
    {
        _key = key;
        _isShared = isShared;
    }

    /// <summary>A key that several machines share.</summary>
    /// <param name="secret">32 characters at least.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public static SealKey Shared(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Length >= LeastLength ? new(Encoding.UTF8.GetBytes(secret), isShared: true)
            : throw new ArgumentException($"{Variable} must have {LeastLength} characters at least, and it has {secret.Length}.", nameof(secret));
    }

    /// <summary>The shared key if there is one, else this user's, which is made when it is first asked for.</summary>
    /// <param name="variable">Environment variables.</param>
    /// <exception cref="ArgumentException">The shared key is too short.</exception>
    /// <exception cref="IOException">The user's key can be neither read nor made.</exception>
    public static SealKey Open(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable(Variable) is { Length: > 0 } secret ? Shared(secret) : new(ReadOrMake(DefaultFile(variable)), isShared: false);
    }

    /// <summary>Where this user's key lies.</summary>
    /// <param name="variable">Environment variables.</param>
    public static string DefaultFile(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "autonoma", "plan.key");
        var state = variable("XDG_STATE_HOME") is { Length: > 0 } named ? named : Path.Combine(variable("HOME") is { Length: > 0 } home ? home : Path.GetTempPath(), ".local", "state");
        return Path.Combine(state, "autonoma", "plan.key");
    }

    /// <summary>Signs what a seal says.</summary>
    /// <param name="root">Folder of the plan.</param>
    /// <param name="text">What it says.</param>
    internal string Sign(string root, string text)
        => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"autonoma-seal-1\n{(_isShared ? "" : RealPath.Of(root))}\n{text}")));

    private static byte[] ReadOrMake(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            // Two processes may both make one; whoever moves it into its place first wins, and both read that one.
            var own = $"{file}.{Environment.ProcessId}";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(own, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(32));
                stream.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(own, file);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(own);
            }
        }

        var key = File.ReadAllBytes(file);
        return key.Length >= LeastLength ? key : throw new IOException($"'{file}' holds no key. Remove it: a new one is made, and what was acknowledged is asked for again.");
    }
}
