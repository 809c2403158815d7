using Autonoma.Engine.Commands;

namespace Autonoma.Engine.Artifacts;

/// <summary>Takes the secrets out of a command's parameters: a password may be written in the test itself.</summary>
internal static class MaskedArguments
{
    public static CommandArguments Apply(SecretMasker masker, CommandArguments arguments)
    {
        string Text(string text) => masker.Apply(text);
        string? Maybe(string? text) => text is null ? null : masker.Apply(text);
        return arguments switch
        {
            ClickArguments click => click with { Target = Text(click.Target) },
            TypeArguments type => type with { Target = Maybe(type.Target), Text = Text(type.Text) },
            SelectArguments select => select with { Target = Maybe(select.Target), Option = Text(select.Option) },
            CheckArguments check => check with { Target = Text(check.Target) },
            HoverArguments hover => hover with { Target = Text(hover.Target) },
            DragArguments drag => drag with { Start = Text(drag.Start), End = Text(drag.End) },
            ScrollArguments scroll => scroll with { Target = Maybe(scroll.Target), Until = Maybe(scroll.Until) },
            PressArguments press => press with { Target = Maybe(press.Target) },
            NavigateArguments navigate => navigate with { Url = Text(navigate.Url) },
            WaitArguments wait => wait with { Condition = Text(wait.Condition) },
            UploadArguments upload => upload with { Target = Maybe(upload.Target), Files = [.. upload.Files.Select(Text)] },
            ReadArguments read => read with { Target = Text(read.Target) },
            TabArguments tab => tab with { Which = Maybe(tab.Which) },
            DialogArguments dialog => dialog with { Text = Maybe(dialog.Text) },
            AssertArguments assert => assert with { Claim = Text(assert.Claim) },
            HistoryArguments or RefreshArguments or SaveClipboardArguments => arguments,
            _ => throw new NotSupportedException($"The parameters of '{arguments.Command}' are not known to the masking of secrets: add them to {nameof(MaskedArguments)}."),
        };
    }
}
