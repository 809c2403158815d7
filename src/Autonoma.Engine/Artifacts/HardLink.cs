using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Autonoma.Engine.Artifacts;

/// <summary>A second name for a file: what two steps saw alike is on the disk once.</summary>
internal static class HardLink
{
    /// <summary>Makes <paramref name="path"/> another name of <paramref name="existing"/>; false where that cannot be had (another file system kind, another volume).</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "a platform without the call keeps a copy")]
    public static bool TryCreate(string path, string existing)
    {
        try
        {
            File.Delete(path);
            return OperatingSystem.IsWindows() ? CreateHardLink(path, existing, IntPtr.Zero) : Link(existing, path) == 0;
        }
        catch (Exception)
        {
            return false;
        }
    }

#pragma warning disable SYSLIB1054 // Generated marshalling needs unsafe code in the whole project for two calls.
    [DllImport("libc", EntryPoint = "link", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    [DllImport("kernel32.dll", EntryPoint = "CreateHardLinkW", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLink(string path, string existing, IntPtr security);
#pragma warning restore SYSLIB1054
}
