using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>Native dialogs: answered as laid down, else accepted.</summary>
internal sealed class WebDialogsDriver : IDialogsDriver
{
    // A page that opens one dialog after the other would never let a step end.
    private const int MostPerStep = 50;

    private readonly WebSession _session;
    private readonly Lock _gate = new();
    private readonly Queue<DialogAnswer> _prepared = new();
    private readonly List<DialogInfo> _seen = [];

    public WebDialogsDriver(WebSession session)
    {
        _session = session;
        session.Context.Dialog += OnDialog;
    }

    /// <inheritdoc/>
    public DialogAnswer Otherwise { get; set; } = DialogAnswer.Ok;

    /// <inheritdoc/>
    public int PreparedLeft
    {
        get { lock (_gate) return _prepared.Count; }
    }

    /// <inheritdoc/>
    public IReadOnlyList<DialogInfo> Seen
    {
        get { lock (_gate) return [.. _seen]; }
    }

    /// <inheritdoc/>
    public void Prepare(IReadOnlyList<DialogAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        lock (_gate)
        {
            foreach (var answer in answers)
                _prepared.Enqueue(answer);
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (_gate)
            _prepared.Clear();
    }

    /// <summary>Starts a new record.</summary>
    public void Mark()
    {
        lock (_gate)
            _seen.Clear();
    }

    private void OnDialog(object? sender, IDialog dialog)
    {
        DialogAnswer answer;
        int count;
        lock (_gate)
        {
            answer = dialog.Type == "beforeunload" ? DialogAnswer.Ok : _prepared.TryDequeue(out var laidDown) ? laidDown : Otherwise;
            if (_seen.Count < MostPerStep)
                _seen.Add(new(dialog.Type, dialog.Message, dialog.DefaultValue ?? "", answer));
            count = _seen.Count;
        }

        if (count >= MostPerStep)
        {
            _session.Lose($"the page opened {MostPerStep} dialogs in one step (the last: {dialog.Type} \"{Shorten(dialog.Message)}\") and would open more");
            return;
        }

        _ = AnswerAsync(dialog, answer);
    }

    private static async Task AnswerAsync(IDialog dialog, DialogAnswer answer)
    {
        try
        {
            if (!answer.Accept)
                await dialog.DismissAsync().ConfigureAwait(false);
            else
                await dialog.AcceptAsync(answer.Text ?? (dialog.Type == "prompt" ? dialog.DefaultValue : null)).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The tab went away with its dialog.
        }
    }

    private static string Shorten(string text) => text.Length > 80 ? text[..80] + "..." : text;
}
