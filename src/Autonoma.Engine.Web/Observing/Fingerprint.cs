using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Web.Observing;

/// <summary>A number for what a screen shows: text, values, states and address; not where things are.</summary>
internal static class Fingerprint
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>FNV-1a over everything that matters; equal on every machine and in every process.</summary>
    public static long Of(UiTree tree, string url)
    {
        var hash = Add(Offset, url);
        foreach (var node in tree.Nodes)
        {
            if (!node.IsVisible)
                continue;
            if (node.IsText)
            {
                hash = Add(hash, node.OwnText);
                continue;
            }

            var states = (node.IsDisabled ? 1 : 0) | (node.IsTransparent ? 2 : 0) | (((int?)node.Checked + 1 ?? 0) << 2) | (((int?)node.Pressed + 1 ?? 0) << 4)
                | (node.Selected is true ? 64 : 0) | (node.Expanded is true ? 128 : 0) | (node.IsInvalid ? 256 : 0) | (node.IsCurrent ? 512 : 0) | (node.IsFocused ? 1024 : 0);
            hash = (hash ^ (ulong)states) * Prime;
            hash = Add(hash, node.Role);
            if (node.Value is not null)
                hash = Add(hash, node.Value);
            if (node.Name.Length > 0)
                hash = Add(hash, node.Name);
        }

        return unchecked((long)hash);
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return (hash ^ 0xffff) * Prime;
    }
}
