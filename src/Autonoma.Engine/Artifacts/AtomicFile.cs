using System.Text;

namespace Autonoma.Engine.Artifacts;

/// <summary>Writes files that are whole or not there: whoever reads during a run, or after a kill, never sees half of one.</summary>
public static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes UTF-8 without a byte order mark; the folder is made.</summary>
    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    /// <summary>Writes bytes; the folder is made.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".part";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            stream.Write(bytes);
        File.Move(temporary, path, overwrite: true);
    }
}
