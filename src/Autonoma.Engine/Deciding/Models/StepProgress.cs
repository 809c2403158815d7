using Autonoma.Engine.Commands;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>What a model has done for one step so far.</summary>
internal sealed class StepProgress(TestStep? step)
{
    private const int MostNotes = 8;

    private readonly Dictionary<(long Screen, CommandArguments Command), int> _wanted = [];
    private readonly List<string> _notes = [];

    public TestStep? Step { get; } = step;

    /// <summary>Times the model was asked.</summary>
    public int Turns { get; set; }

    /// <summary>Commands that failed.</summary>
    public int Failures { get; set; }

    /// <summary>Times it was called done while something that the sentence orders was not carried out.</summary>
    public int Shortfalls { get; set; }

    /// <summary>How the dialog that the next action opens is answered; null when nothing was said.</summary>
    public DialogArguments? Announced { get; set; }

    /// <summary>What it is told beside the screen, newest last.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public void Note(string note)
    {
        _notes.Add(note);
        if (_notes.Count > MostNotes)
            _notes.RemoveAt(0);
    }

    /// <summary>How often a command was wanted on a screen, this time included.</summary>
    public int Count(long screen, CommandArguments command) => _wanted[(screen, command)] = _wanted.GetValueOrDefault((screen, command)) + 1;
}
