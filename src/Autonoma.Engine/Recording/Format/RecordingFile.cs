using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Recording.Healing;

namespace Autonoma.Engine.Recording.Format;

/// <summary>Recordings as text and as files beside their tests.</summary>
public static class RecordingFile
{
    /// <summary>What the name of a recording ends with.</summary>
    public const string Ending = ".recording.json";

    private static readonly JsonSerializerOptions Options = ArtifactJson.WithoutRepeatedCommand(
        RecordingJsonContext.Default, new(RecordingJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Where the recording of a test lies: <c>cart.md</c> has <c>cart.recording.json</c>.</summary>
    public static string PathOf(string testFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(testFile);
        return Path.ChangeExtension(testFile, null) + Ending;
    }

    /// <summary>The recording as text: always the same bytes for the same content.</summary>
    public static string Write(TestRecording recording) => JsonSerializer.Serialize(recording, (JsonTypeInfo<TestRecording>)Options.GetTypeInfo(typeof(TestRecording))) + "\n";

    /// <summary>Reads a recording.</summary>
    /// <param name="json">Text.</param>
    /// <param name="path">Named in messages.</param>
    /// <exception cref="UserInputException">It is none, or of a version this tool does not know.</exception>
    public static TestRecording Read(string json, string path)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Contains("\n<<<<<<<", StringComparison.Ordinal) || json.StartsWith("<<<<<<<", StringComparison.Ordinal))
            throw new UserInputException($"{path} holds a merge that was not finished (<<<<<<<). Entries stand alone: keep those of the steps that the test has now, or delete the file and record again.");
        TestRecording? recording;
        try
        {
            recording = JsonSerializer.Deserialize(json, (JsonTypeInfo<TestRecording>)Options.GetTypeInfo(typeof(TestRecording)));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new UserInputException($"{path} is no recording: {e.Message} Delete it, or record again with --mode record.");
        }

        if (recording?.Steps is null)
            throw new UserInputException($"{path} is no recording: it has no steps. Delete it, or record again with --mode record.");
        if (recording.Version != TestRecording.CurrentVersion)
            throw new UserInputException($"{path} is of version {recording.Version}, and this tool reads version {TestRecording.CurrentVersion}. Record again with --mode record, or use the tool that wrote it.");
        return recording;
    }

    /// <summary>The recording of a test; null when there is none.</summary>
    /// <exception cref="UserInputException">It cannot be read.</exception>
    public static TestRecording? Load(string testFile)
    {
        var path = PathOf(testFile);
        return File.Exists(path) ? Read(File.ReadAllText(path), path) : null;
    }

    /// <summary>Writes the recording of a test unless it is there already, byte for byte.</summary>
    /// <returns>Whether the file changed.</returns>
    public static bool Save(string testFile, TestRecording recording)
    {
        var path = PathOf(testFile);
        var text = Write(recording);
        if (File.Exists(path) && File.ReadAllText(path) == text)
            return false;
        AtomicFile.Write(path, text);
        return true;
    }

    /// <summary>A command as it stands in a recording.</summary>
    internal static string Write(CommandArguments arguments) => JsonSerializer.Serialize(arguments, (JsonTypeInfo<CommandArguments>)Options.GetTypeInfo(typeof(CommandArguments)));

    internal static string Write(HealProposal proposal) => JsonSerializer.Serialize(proposal, (JsonTypeInfo<HealProposal>)Options.GetTypeInfo(typeof(HealProposal))) + "\n";

    internal static HealProposal? ReadProposal(string json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<HealProposal>)Options.GetTypeInfo(typeof(HealProposal)));
}
