using System.Globalization;
using Autonoma.Cli.Output;
using Autonoma.Engine.Deciding.Models;

namespace Autonoma.Cli.Models;

/// <summary>Asks on the terminal.</summary>
internal sealed class TerminalPrompt(ToolEnvironment environment) : IUserPrompt
{
    public async Task<IReadOnlyList<string>?> AskAsync(IReadOnlyList<UserQuestion> questions, CancellationToken cancellationToken)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            await environment.Error.WriteLineAsync($"\nThe model asks: {TerminalText.Line(question.Text)}");
            for (var i = 0; i < question.Options.Count; i++)
                await environment.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}. {TerminalText.Line(question.Options[i])}"));
            await environment.Error.WriteAsync("> ");
            var line = await environment.In!.ReadLineAsync(cancellationToken);
            if (line is null)
                return null;
            answers.Add(int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= question.Options.Count ? question.Options[number - 1] : line.Trim());
        }

        return answers;
    }
}
