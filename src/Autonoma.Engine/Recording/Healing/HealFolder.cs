using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Recording.Healing;

/// <summary>Proposals as folders beside their tests: <c>cart.md</c> has <c>cart.recording.proposed/</c>.</summary>
public static class HealFolder
{
    /// <summary>What the name of a proposal ends with.</summary>
    public const string Ending = ".recording.proposed";

    private const string RecordingName = "recording.json";
    private const string HealsName = "heals.json";
    private const string PageName = "heals.md";

    /// <summary>Where the proposal for a test lies.</summary>
    public static string PathOf(string testFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(testFile);
        return Path.ChangeExtension(testFile, null) + Ending;
    }

    /// <summary>Tests under a folder that have a proposal, as paths of their files.</summary>
    public static IReadOnlyList<string> Find(string folder)
        => [.. Directory.EnumerateDirectories(folder, "*" + Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => path[..^Ending.Length] + ".md")];

    /// <summary>Writes a proposal; one that was there is replaced.</summary>
    /// <param name="testFile">The test.</param>
    /// <param name="recording">The recording as it would be.</param>
    /// <param name="heals">What is different.</param>
    /// <param name="run">The run.</param>
    /// <param name="pictures">Folder of the run's pictures.</param>
    public static void Write(string testFile, TestRecording recording, IReadOnlyList<Heal> heals, RunResult run, string pictures)
    {
        ArgumentNullException.ThrowIfNull(heals);
        ArgumentNullException.ThrowIfNull(run);
        var folder = PathOf(testFile);
        Remove(testFile);
        Directory.CreateDirectory(folder);
        var shown = new List<Heal>();
        foreach (var heal in heals)
        {
            var (drifted, healed) = heal.AttemptsOf(run);
            shown.Add(heal with
            {
                Before = Copy(pictures, drifted?.ScreenshotBefore ?? drifted?.ScreenshotAfter, folder, $"step-{heal.Number}-before"),
                After = Copy(pictures, healed?.ScreenshotAfter ?? healed?.ScreenshotBefore, folder, $"step-{heal.Number}-after"),
            });
        }

        AtomicFile.Write(Path.Combine(folder, RecordingName), RecordingFile.Write(recording));
        AtomicFile.Write(Path.Combine(folder, HealsName), RecordingFile.Write(new HealProposal(1, HashOf(testFile), shown)));
        AtomicFile.Write(Path.Combine(folder, PageName), Page(run.Test, shown));
    }

    /// <summary>The proposal for a test; null when there is none.</summary>
    /// <exception cref="UserInputException">It cannot be read.</exception>
    public static HealProposal? Read(string testFile)
    {
        var path = Path.Combine(PathOf(testFile), HealsName);
        try
        {
            return File.Exists(path) ? RecordingFile.ReadProposal(File.ReadAllText(path)) : null;
        }
        catch (JsonException e)
        {
            throw new UserInputException($"{path} is no proposal: {e.Message}");
        }
    }

    /// <summary>Makes the proposal the recording, and removes it.</summary>
    /// <exception cref="UserInputException">There is none, or the recording has changed since.</exception>
    public static void Accept(string testFile)
    {
        var proposal = Read(testFile) ?? throw new UserInputException($"There is no proposal for {testFile}.");
        if (proposal.Base != HashOf(testFile))
            throw new UserInputException($"The recording of {testFile} has changed since the proposal was made. Run with --mode heal again.");
        var path = Path.Combine(PathOf(testFile), RecordingName);
        RecordingFile.Save(testFile, RecordingFile.Read(File.ReadAllText(path), path));
        Remove(testFile);
    }

    /// <summary>Removes a proposal.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Remove(string testFile)
    {
        var folder = PathOf(testFile);
        if (!Directory.Exists(folder))
            return false;
        Directory.Delete(folder, recursive: true);
        return true;
    }

    private static string HashOf(string testFile)
    {
        var path = RecordingFile.PathOf(testFile);
        return File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";
    }

    private static string? Copy(string from, string? picture, string folder, string name)
    {
        if (picture is null || !File.Exists(Path.Combine(from, picture)))
            return null;
        var copy = name + Path.GetExtension(picture);
        File.Copy(Path.Combine(from, picture), Path.Combine(folder, copy), overwrite: true);
        return copy;
    }

    private static string Page(string test, IReadOnlyList<Heal> heals)
    {
        var page = new StringBuilder().Append("# Proposed heals: ").Append(test).Append('\n');
        foreach (var heal in heals)
        {
            page.Append("\n## Step ").Append(heal.Number).Append(": ").Append(heal.Step.ReplaceLineEndings(" ")).Append("\n\n");
            page.Append("- recorded: ").Append(heal.Recorded).Append("\n- now: ").Append(heal.Now).Append("\n- moved: ").Append(string.Join(", ", heal.Moved)).Append("\n- decided by: ").Append(heal.By).Append('\n');
            if (heal.Before is { } before)
                page.Append("\n![before](").Append(before).Append(")\n");
            if (heal.After is { } after)
                page.Append("\n![after](").Append(after).Append(")\n");
        }

        return page.ToString();
    }
}
