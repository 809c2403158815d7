namespace Autonoma.Engine.Commands.Execution;

/// <summary>Every command there is.</summary>
internal static class CommandCatalog
{
    private static readonly Dictionary<Type, Command> ByArguments = new Command[]
    {
        new ClickCommand(), new TypeCommand(), new SelectCommand(), new CheckCommand(), new HoverCommand(), new DragCommand(),
        new ScrollCommand(), new PressCommand(), new NavigateCommand(), new HistoryCommand(), new RefreshCommand(), new WaitCommand(),
        new UploadCommand(), new ReadCommand(), new SaveClipboardCommand(), new TabCommand(), new DialogCommand(), new AssertCommand(),
    }.ToDictionary(command => command.ArgumentsType);

    /// <summary>All commands, in the order in which people meet them.</summary>
    public static IReadOnlyCollection<Command> All => ByArguments.Values;

    public static Command For(CommandArguments arguments)
        => ByArguments.GetValueOrDefault(arguments.GetType())
            ?? throw new NotSupportedException($"No command carries out '{arguments.Command}': add it to {nameof(CommandCatalog)}.");
}
