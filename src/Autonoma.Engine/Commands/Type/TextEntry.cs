using System.Globalization;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Values;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

/// <summary>Types into a field and makes sure that the field holds it.</summary>
internal static class TextEntry
{
    // A page may put a value into another form a moment after it was typed.
    private static readonly TimeSpan Effect = TimeSpan.FromMilliseconds(600);

    public static async Task<CommandOutcome> EnterAsync(CommandContext context, UiNode node, UiPoint? offset, string text, bool overwrite, CancellationToken cancellationToken)
    {
        if (node.IsPassword)
            context.Session.Memory.Masker.AddPassword(text);
        var typed = InForm(context, node, text);
        if (!node.IsFocused)
            await context.ClickAsync(node, offset, cancellationToken).ConfigureAwait(false);
        await WriteAsync(context, node, typed, overwrite, cancellationToken).ConfigureAwait(false);

        var expected = overwrite || node.IsPassword ? typed : (node.Value ?? "") + typed;
        var match = await CompareAsync(context, node, expected, cancellationToken).ConfigureAwait(false);
        if (overwrite && match == FieldMatch.Different && typed.Length > 1 && await LostKeysAsync(context, node, typed, cancellationToken).ConfigureAwait(false))
        {
            await context.Driver.Elements.SelectTextAsync(node.Ref, cancellationToken).ConfigureAwait(false);
            await context.Driver.Keyboard.TypeSlowlyAsync(typed, cancellationToken).ConfigureAwait(false);
            match = await CompareAsync(context, node, expected, cancellationToken).ConfigureAwait(false);
        }

        if (match == FieldMatch.Empty && typed.Length > 0)
        {
            // The click may have gone to something that kept the focus for itself.
            await context.Driver.Elements.FocusAsync(node.Ref, cancellationToken).ConfigureAwait(false);
            await WriteAsync(context, node, typed, overwrite, cancellationToken).ConfigureAwait(false);
            match = await CompareAsync(context, node, expected, cancellationToken).ConfigureAwait(false);
        }

        context.Session.LastTarget = node;
        var what = typed.Length == 0 ? "cleared" : node.IsPassword ? $"typed {typed.Length} characters into" : $"typed \"{Wording.Short(typed)}\" into";
        if (match is FieldMatch.Exact or FieldMatch.Formatted || (node.IsPassword && !overwrite && match == FieldMatch.Different))
            return new($"{what} {Wording.Of(node)}");
        if (match == FieldMatch.Gone)
            return new($"{what} {Wording.Of(node)}, which is gone now");

        var now = await context.Driver.Elements.ReadAsync(node.Ref, cancellationToken).ConfigureAwait(false);
        var value = now?.Value ?? "";
        if (!node.IsPassword && value.Length > 0 && SameNumber(value, expected))
            return new($"{what} {Wording.Of(node)}; it shows \"{Wording.Short(value)}\"");
        if (!node.IsPassword && value.Length > 0 && value != node.Value && expected.StartsWith(value, StringComparison.Ordinal))
        {
            return await SpreadAsync(context, node, typed, cancellationToken).ConfigureAwait(false) is { } fields
                ? new($"{what} {fields} fields beginning with {Wording.Of(node)}")
                : new($"{what} {Wording.Of(node)}, which took only \"{Wording.Short(value)}\"");
        }

        throw new CommandFailure(FailureKind.Action, value.Length == 0 && typed.Length > 0
            ? $"{Wording.Of(node)} is still empty after {(node.IsPassword ? "a password" : $"\"{Wording.Short(typed)}\"")} was typed into it."
            : typed.Length == 0
                ? $"{Wording.Of(node)} was cleared, but it still holds {Held(node, value)}."
                : $"{Wording.Of(node)} holds {Held(node, value)} after {(node.IsPassword ? "a password" : $"\"{Wording.Short(typed)}\"")} was typed into it.");
    }

    // A field whose page works on each key before it is ready for the next one drops or swaps some of a burst. A field that takes no more
    // than a beginning looks the same, and typing into it once more does no harm; a code spread over several fields is in its place.
    private static async Task<bool> LostKeysAsync(CommandContext context, UiNode node, string typed, CancellationToken cancellationToken)
    {
        if (node.IsPassword)
            return true;
        var value = (await context.Driver.Elements.ReadAsync(node.Ref, cancellationToken).ConfigureAwait(false))?.Value ?? "";
        return value.Length > 0 && value != node.Value && value.All(typed.Contains)
            && (!typed.StartsWith(value, StringComparison.Ordinal) || await SpreadAsync(context, node, typed, cancellationToken).ConfigureAwait(false) is null);
    }

    private static string Held(UiNode node, string value) => node.IsPassword ? "something else" : $"\"{Wording.Short(value)}\"";

    private static async Task WriteAsync(CommandContext context, UiNode node, string text, bool overwrite, CancellationToken cancellationToken)
    {
        if (overwrite)
            await context.Driver.Elements.SelectTextAsync(node.Ref, cancellationToken).ConfigureAwait(false);
        else
            await context.Driver.Keyboard.PressAsync(node.Tag == "input" ? "End" : "Control+End", cancellationToken).ConfigureAwait(false);
        if (text.Length > 0)
            await context.Driver.Keyboard.TypeAsync(text, cancellationToken).ConfigureAwait(false);
        else if (overwrite)
            await context.Driver.Keyboard.PressAsync("Delete", cancellationToken).ConfigureAwait(false);
    }

    private static async Task<FieldMatch> CompareAsync(CommandContext context, UiNode node, string expected, CancellationToken cancellationToken)
    {
        var pace = context.StartPace(Effect);
        while (true)
        {
            var match = await context.Driver.Elements.CompareValueAsync(node.Ref, expected, cancellationToken).ConfigureAwait(false);
            if (match is FieldMatch.Exact or FieldMatch.Formatted or FieldMatch.Gone || pace.IsOver)
                return expected.Length == 0 && match == FieldMatch.Empty ? FieldMatch.Exact : match;
            if (expected.Length == 0 && match == FieldMatch.Empty)
                return FieldMatch.Exact;
            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A number input takes digits in one form only; a date field tells its form by its placeholder.</summary>
    private static string InForm(CommandContext context, UiNode node, string text)
    {
        if (node.InputType == "number" && text.Length > 0 && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return HumanNumber.TryParse(text, out var number, out _) ? number.ToString(CultureInfo.InvariantCulture) : text;
        if (DatePattern.Of(node.Placeholder) is { } pattern && HumanDate.Parse(text, context.Culture, context.Today)?.Date is { } day && !DatePattern.Fits(text, pattern))
            return day.ToString(pattern, CultureInfo.InvariantCulture);
        return text;
    }

    private static bool SameNumber(string value, string expected)
        => HumanNumber.TryParse(value, out var left, out _) && HumanNumber.TryParse(expected, out var right, out _) && left == right
            && !expected.Any(char.IsLetter);

    /// <summary>A code of several one-character fields moves the focus on by itself: the fields together hold the text.</summary>
    private static async Task<int?> SpreadAsync(CommandContext context, UiNode node, string text, CancellationToken cancellationToken)
    {
        var screen = await context.LookAsync(cancellationToken).ConfigureAwait(false);
        if (screen.Tree.Find(node.Ref) is not { Parent: { } parent })
            return null;
        foreach (var group in new[] { parent, parent.Parent }.OfType<UiNode>())
        {
            var fields = group.Descendants().Where(below => below.IsEditable && below.Index >= screen.Tree.Find(node.Ref)!.Index).ToList();
            if (fields.Count > 1 && string.Concat(fields.Select(field => field.Value)) == text.Replace(" ", "", StringComparison.Ordinal))
                return fields.Count;
        }

        return null;
    }
}
