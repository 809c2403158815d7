using System.Globalization;
using System.Text;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;

/// <summary>The difference of two texts, line by line.</summary>
internal static class LineDifference
{
    private const int Around = 3;

    public static string Of(string path, string? before, string after)
    {
        var old = before is null ? [] : Lines(before);
        var now = Lines(after);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"--- {(before is null ? "/dev/null" : path)}\n+++ {path}\n"));
        var edits = Edits(old, now);
        for (var i = 0; i < edits.Count;)
        {
            if (edits[i].Kind == ' ')
            {
                i++;
                continue;
            }

            // Changes that lie near each other are shown together.
            var from = Math.Max(0, i - Around);
            var last = i;
            for (var j = i; j < edits.Count && j - last <= 2 * Around; j++)
            {
                if (edits[j].Kind != ' ')
                    last = j;
            }

            var to = Math.Min(edits.Count - 1, last + Around);
            var hunk = edits.GetRange(from, to - from + 1);
            text.Append(CultureInfo.InvariantCulture, $"@@ -{edits.Take(from).Count(e => e.Kind != '+') + 1},{hunk.Count(e => e.Kind != '+')} +{edits.Take(from).Count(e => e.Kind != '-') + 1},{hunk.Count(e => e.Kind != '-')} @@\n");
            foreach (var (kind, line) in hunk)
                text.Append(kind).Append(line).Append('\n');
            i = to + 1;
        }

        return text.ToString();
    }

    private static List<(char Kind, string Line)> Edits(string[] old, string[] now)
    {
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        var (m, n) = (old.Length - start - end, now.Length - start - end);
        var common = new int[m + 1, n + 1];
        for (var i = m - 1; i >= 0; i--)
        {
            for (var j = n - 1; j >= 0; j--)
                common[i, j] = old[start + i] == now[start + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var edits = old.Take(start).Select(line => (' ', line)).ToList();
        for (int i = 0, j = 0; i < m || j < n;)
        {
            if (i < m && j < n && old[start + i] == now[start + j])
            {
                edits.Add((' ', old[start + i++]));
                j++;
            }
            else if (i < m && (j >= n || common[i + 1, j] >= common[i, j + 1]))
                edits.Add(('-', old[start + i++]));
            else
                edits.Add(('+', now[start + j++]));
        }

        edits.AddRange(old.TakeLast(end).Select(line => (' ', line)));
        return edits;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
