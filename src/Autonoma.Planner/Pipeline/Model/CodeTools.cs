using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Autonoma.Planner.Pipeline.State;
using Microsoft.Extensions.AI;

namespace Autonoma.Planner.Pipeline.Model;

/// <summary>What a model looks into code with. Every answer is bounded, and says so when it is cut.</summary>
internal sealed class CodeTools
{
    private const int MostFiles = 400;
    private const int MostLines = 400;
    private const int MostHits = 100;
    private const int LongestLine = 300;
    private const int LargestFile = 1024 * 1024;
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(200);

    private readonly CodeFiles _files;
    private readonly Action<string> _didRead;
    private readonly Action<string> _didWrite;
    private readonly DurableFiles _disk;

    public CodeTools(CodeFiles files, Action<string> didRead, Action<string> didWrite, DurableFiles disk) => (_files, _didRead, _didWrite, _disk) = (files, didRead, didWrite, disk);

    public IEnumerable<AIFunction> Tools(bool writesCode)
    {
        yield return AIFunctionFactory.Create(ListFiles, "list_files", "Files of the repository below a folder.");
        yield return AIFunctionFactory.Create(ReadFile, "read_file", "Lines of a file of the repository, numbered.");
        yield return AIFunctionFactory.Create(SearchText, "search_text", "Lines of the repository's files that match a regular expression.");
        if (writesCode)
            yield return AIFunctionFactory.Create(WriteSource, "write_source", "Writes a file of the application, whole.");
    }

    private string ListFiles([Description("Folder, relative to the repository; empty for all of it.")] string folder = "", [Description("Part of the path, whatever the case; empty for every file.")] string contains = "")
    {
        if (_files.Resolve(folder, out var full) is { } refused)
            return refused;
        if (!Directory.Exists(full))
            return $"There is no folder '{folder}'.";
        var found = _files.Files(full).Select(_files.Shown).Where(file => file.Contains(contains, StringComparison.OrdinalIgnoreCase)).Take(MostFiles + 1).ToList();
        return found.Count == 0 ? "No files." : string.Join('\n', found.Take(MostFiles)) + (found.Count > MostFiles ? $"\n... more than {MostFiles}: name a folder, or a part of the path." : "");
    }

    private string ReadFile([Description("File, relative to the repository.")] string path, [Description("First line, from 1.")] int from = 1, [Description("How many lines, at most 400.")] int lines = MostLines)
    {
        if (_files.Resolve(path, out var full) is { } refused)
            return refused;
        if (Text(full) is not { } text)
            return File.Exists(full) ? $"'{path}' is no text, or larger than a megabyte." : $"There is no file '{path}'.";
        _didRead(full);
        var all = CodeFiles.WithoutSecrets(full, text).Split('\n');
        var first = Math.Clamp(from, 1, Math.Max(1, all.Length));
        var last = Math.Min(all.Length, first + Math.Clamp(lines, 1, MostLines) - 1);
        var shown = new StringBuilder();
        for (var i = first; i <= last; i++)
            shown.Append(CultureInfo.InvariantCulture, $"{i}\t{Cut(all[i - 1])}\n");
        return last < all.Length ? shown.Append(CultureInfo.InvariantCulture, $"... {all.Length - last} more lines").ToString() : shown.ToString();
    }

    private string SearchText([Description("Regular expression of .NET.")] string pattern, [Description("Folder, relative to the repository; empty for all of it.")] string folder = "", [Description("Ending of the files, such as .cs; empty for every file.")] string ending = "")
    {
        if (_files.Resolve(folder, out var full) is { } refused)
            return refused;
        if (!Directory.Exists(full))
            return $"There is no folder '{folder}'.";
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, MatchTimeout);
            var hits = _files.Files(full).Where(file => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).SelectMany(file => Hits(file, regex)).Take(MostHits + 1).ToList();
            return hits.Count == 0 ? "No lines." : string.Join('\n', hits.Take(MostHits)) + (hits.Count > MostHits ? $"\n... more than {MostHits}: narrow it down." : "");
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return $"The expression cannot be used: {e.Message}";
        }
    }

    private string WriteSource([Description("File, relative to the repository.")] string path, [Description("All of it.")] string content)
    {
        if (_files.Resolve(path, out var full) is { } refused)
            return refused;
        if (Directory.Exists(full))
            return $"'{path}' is a folder.";
        _disk.Write(full, Encoding.UTF8.GetBytes(content));
        _didWrite(full);
        return "Written.";
    }

    private IEnumerable<string> Hits(string file, Regex regex)
    {
        if (Text(file) is not { } text)
            yield break;
        var number = 0;
        foreach (var line in CodeFiles.WithoutSecrets(file, text).Split('\n'))
        {
            number++;
            if (regex.IsMatch(line))
                yield return string.Create(CultureInfo.InvariantCulture, $"{_files.Shown(file)}:{number}: {Cut(line.Trim())}");
        }
    }

    private static string Cut(string line) => line.Length > LongestLine ? line[..LongestLine] + " ..." : line.TrimEnd('\r');

    private static string? Text(string full)
    {
        if (!File.Exists(full) || new FileInfo(full).Length > LargestFile)
            return null;
        var bytes = File.ReadAllBytes(full);
        return bytes.AsSpan().Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
    }
}
