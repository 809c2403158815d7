using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands;

internal sealed class UploadCommand : Command<UploadArguments>
{
    public override string Description => """
        upload: gives files to a file field, or to the button or area that opens the file chooser.
          target: description of it; leave out for the only one. files: paths relative to the test file.
        """;

    protected override async Task<CommandOutcome> RunAsync(UploadArguments arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var driver = context.Driver.Files ?? throw new CommandFailure(FailureKind.Action, "Files cannot be given to the app on this platform.");
        var paths = arguments.Files.Select(file => PathOf(context.Value(file), context)).ToList();
        var node = await FindAsync(arguments.Target, context, cancellationToken).ConfigureAwait(false);
        if (node.IsDisabled)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} is disabled and takes no files.");
        await context.ActingAsync(context.Evidence.Last!, cancellationToken).ConfigureAwait(false);
        await driver.UploadAsync(node.Ref, paths, cancellationToken).ConfigureAwait(false);
        context.Session.LastTarget = node;

        var names = string.Join(", ", paths.Select(Path.GetFileName));
        // The field itself tells what it holds; many apps take the files out of it at once, then it is empty and they have them.
        if (node.InputType == "file" && await context.Driver.Elements.ReadAsync(node.Ref, cancellationToken).ConfigureAwait(false) is { Value: { Length: > 0 } value }
            && !paths.Any(path => value.Contains(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase)))
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} holds \"{Wording.Short(value)}\" after {names} was given to it.");
        return new($"gave {names} to {Wording.Of(node)}");
    }

    private static async Task<UiNode> FindAsync(string? target, CommandContext context, CancellationToken cancellationToken)
    {
        if (target is not null)
            return (await TargetFinder.FindAsync(context, target, GroundingPurpose.Upload, cancellationToken).ConfigureAwait(false)).Node;
        var pace = context.StartPace(context.Options.StepTimeout);
        while (true)
        {
            // The real file field is mostly hidden behind a styled button.
            var screen = await context.Driver.Screen.ObserveAsync(new ObserveOptions(IncludeHidden: true), cancellationToken).ConfigureAwait(false);
            context.Evidence.Saw(screen);
            var fields = screen.Tree.Nodes.Where(node => node.InputType == "file").ToList();
            if (fields.Count == 1)
                return fields[0];
            if (pace.IsOver)
            {
                throw new CommandFailure(FailureKind.Grounding, fields.Count == 0
                    ? "There is no file field on this page. Name the button or area that takes files."
                    : $"There are {fields.Count} file fields on this page: {string.Join(", ", fields.Select(Wording.Of))}. Name the one that is meant.");
            }

            await pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string PathOf(string file, CommandContext context)
    {
        var path = Path.GetFullPath(Path.Combine(context.Session.FilesFolder.Length > 0 ? context.Session.FilesFolder : Directory.GetCurrentDirectory(), file));
        return File.Exists(path) ? path : throw new CommandFailure(FailureKind.Setup, $"The file \"{file}\" to be uploaded does not exist: {path} was looked for (paths are relative to the test file).");
    }
}
