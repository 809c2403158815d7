using Autonoma.Engine.Driving;
using Autonoma.Planner.Exploring.Probing;

namespace Autonoma.Planner.Exploring.Working;

/// <summary>
/// What happens when a tab or the browser is lost while exploring: what was tried is tried once more in a fresh one, and what takes its tab along again is left out.
/// Once is an accident; after a few times nothing that is done here helps, and exploring ends with what it has.
/// </summary>
/// <param name="say">Told of the first, and when it is given up.</param>
/// <param name="workers">How many work at the same time: each loses its tab when the browser ends.</param>
internal sealed class Losses(Action<string> say, int workers)
{
    private const int Most = 5;

    private readonly Lock _gate = new();
    private readonly List<string> _leftOut = [];
    private int _count;

    /// <summary>Why nothing more is tried; null while it goes on.</summary>
    public string? GivenUp { get; private set; }

    /// <summary>What was left out for it, each with its reason.</summary>
    public IReadOnlyList<string> LeftOut
    {
        get
        {
            lock (_gate)
                return [.. _leftOut];
        }
    }

    /// <summary>Does something on a screen, once more in a fresh session when its tab was lost; <paramref name="otherwise"/> when it cannot be done.</summary>
    /// <param name="app">The screen.</param>
    /// <param name="where">What it is about, for people.</param>
    /// <param name="work">What is done; from the start each time.</param>
    /// <param name="otherwise">What is answered when it cannot be done.</param>
    public async Task<T> OnceMoreAsync<T>(AppScreen app, string where, Func<Task<T>> work, T otherwise)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (CommandFailedException)
            {
                app.IsSoiled = true;
                return otherwise;
            }
            catch (DriverLostException e)
            {
                app.IsSoiled = true;
                Add(where, e, isFirst);
                if (!isFirst || GivenUp is not null)
                    return otherwise;
            }
        }
    }

    /// <summary>Remembers a loss.</summary>
    /// <param name="where">What was looked at.</param>
    /// <param name="lost">How it was lost.</param>
    /// <param name="isFirst">Whether it is tried once more.</param>
    public void Add(string where, DriverLostException lost, bool isFirst)
    {
        var how = lost.Message.TrimEnd('.');
        lock (_gate)
        {
            if (!isFirst)
            {
                _leftOut.Add($"{where}: not tried to the end: it took its tab along twice ({how}).");
                return;
            }

            if (++_count == 1)
                say($"The browser or its tab was lost at {where} ({how}). Exploring goes on there in a fresh one.");
            if (_count < Most * workers || GivenUp is not null)
                return;
            GivenUp = $"the browser or its tab was lost {_count} times, the last time at {where} ({how}). Most often there is too little memory, or something on the machine ends the browser";
            _leftOut.Add($"{where}: exploring was given up: {GivenUp}.");
            say($"Exploring is given up: {GivenUp}. What was found until then is kept.");
        }
    }
}
