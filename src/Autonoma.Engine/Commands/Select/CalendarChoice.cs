using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Commands.Values;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

/// <summary>Picks a day in an open calendar, turning its pages as a hand would.</summary>
internal static class CalendarChoice
{
    private const int MostTurns = 240;

    public static async Task<CommandOutcome> ChooseAsync(CommandContext context, UiNode control, HumanDate day, CancellationToken cancellationToken)
    {
        for (var turns = 0; turns <= MostTurns; turns++)
        {
            var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            var calendar = FindNear(screen, control)
                ?? throw new CommandFailure(FailureKind.Action, $"The calendar of {Wording.Of(control)} closed before a day was picked.");
            if (calendar.DayCell(day) is { } cell)
                return await PickAsync(context, screen, control, cell, day, cancellationToken).ConfigureAwait(false);
            if (day.Month is null && day.Year is null)
                throw new CommandFailure(FailureKind.Action, $"The calendar of {Wording.Of(control)} has no day {day.Day} in this month.");

            var wanted = Number(day.Year ?? calendar.First.Year, day.Month ?? calendar.First.Month);
            var forward = wanted > Number(calendar.Last);
            var button = forward ? calendar.Next : calendar.Previous;
            if (button is null)
                throw new CommandFailure(FailureKind.Action, $"The calendar of {Wording.Of(control)} shows {Name(calendar.First)}, and no button was found that turns it {(forward ? "forward" : "back")}.");
            await TurnAsync(context, screen, control, button, calendar, forward, cancellationToken).ConfigureAwait(false);
        }

        throw new CommandFailure(FailureKind.Action, $"The calendar of {Wording.Of(control)} did not come to the month that was asked for in {MostTurns} turns.");
    }

    private static async Task TurnAsync(
        CommandContext context, Observation screen, UiNode control, UiNode button, Calendar calendar, bool forward, CancellationToken cancellationToken)
    {
        var (reached, obstacle) = await TargetFinder.TryReachAsync(context, new(button, null, screen), mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
        if (reached is null)
            throw new CommandFailure(FailureKind.Action, $"The calendar of {Wording.Of(control)} cannot be turned: {Wording.Of(button)}: {obstacle!.Words}.");
        await context.ActingAsync(screen, cancellationToken).ConfigureAwait(false);
        await context.ClickAsync(button, null, cancellationToken).ConfigureAwait(false);
        var before = Number(calendar.First);
        var pace = context.StartPace(TimeSpan.FromSeconds(2));
        while (true)
        {
            await context.SettleAsync(cancellationToken).ConfigureAwait(false);
            if (FindNear(await context.LookAsync(cancellationToken).ConfigureAwait(false), control) is { } turned && Number(turned.First) is var now && now != before)
            {
                if (now > before == forward)
                    return;
                throw new CommandFailure(FailureKind.Action, $"{Wording.Of(button)} turned the calendar of {Wording.Of(control)} the wrong way, to {Name(turned.First)}.");
            }

            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, $"{Wording.Of(button)} was clicked, but the calendar of {Wording.Of(control)} still shows {Name(calendar.First)}.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<CommandOutcome> PickAsync(CommandContext context, Observation screen, UiNode control, UiNode cell, HumanDate day, CancellationToken cancellationToken)
    {
        var (reached, obstacle) = await TargetFinder.TryReachAsync(context, new(cell, null, screen), mustBeEnabled: true, cancellationToken).ConfigureAwait(false);
        if (reached is null)
            throw new CommandFailure(FailureKind.Action, $"The day {day.Day} cannot be chosen in the calendar of {Wording.Of(control)}: {obstacle!.Words}.");
        var appearance = CheckState.Appearance(cell);
        await context.ActingAsync(screen, cancellationToken).ConfigureAwait(false);
        await context.ClickAsync(cell, null, cancellationToken).ConfigureAwait(false);
        context.Session.LastTarget = control;
        var pace = context.StartPace(TimeSpan.FromSeconds(2));
        while (true)
        {
            await context.SettleAsync(cancellationToken).ConfigureAwait(false);
            var now = await context.LookAsync(cancellationToken).ConfigureAwait(false);
            var field = now.Tree.Find(control.Ref);
            var shown = field?.Value is { Length: > 0 } value ? HumanDate.Parse(value, context.Culture, context.Today) : null;
            // What the field shows may be written in another order of day and month; only a day that fits in neither order is wrong.
            if (shown is not null && shown.Day != day.Day && shown.Month != day.Day && field!.Value != control.Value)
                throw new CommandFailure(FailureKind.Action, $"{Wording.Of(control)} shows \"{field.Value}\" after the day {day.Day} was picked.");
            if ((field is null || Shown(field) != Shown(control)) || now.Tree.Find(cell.Ref) is not { } still || CheckState.Appearance(still) != appearance || CheckState.Of(still) == true)
                return new($"picked day {day.Day} in the calendar of {Wording.Of(control)}");
            if (pace.IsOver)
                throw new CommandFailure(FailureKind.Action, $"The day {day.Day} was clicked in the calendar of {Wording.Of(control)}, but nothing changed.");
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Shown(UiNode node) => node.Value ?? node.InnerText;

    // Opened by the field, it floats above the page or stands close to the field.
    private static Calendar? FindNear(Observation screen, UiNode control)
    {
        var field = screen.Tree.Find(control.Ref);
        var layers = screen.Tree.Nodes.Where(node => node.Layer > 0 && !node.IsText && (node.Parent is null || node.Parent.Layer == 0)).Reverse();
        return Calendar.Find(layers) ?? (field is null ? Calendar.Find([screen.Tree.Root]) : Calendar.Find(field.Ancestors().Take(6))) ?? Calendar.Find([screen.Tree.Root]);
    }

    private static int Number(int year, int month) => (year * 12) + month;

    private static int Number((int Year, int Month) month) => Number(month.Year, month.Month);

    private static string Name((int Year, int Month) month) => $"{System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Month)} {month.Year}";
}
