using System.Reflection;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Tests.Artifacts;

public sealed class MaskedRunTests
{
    private const string Secret = "s3cret-pass";

    [Fact]
    public void Apply_SecretEverywhere_LeavesNoneInTheDocument()
    {
        var run = new RunResult
        {
            Test = $"Log in with {Secret}",
            Reason = FinishReason.Error,
            Reasoning = $"step 1 failed: {Secret}",
            StartUrl = $"https://u:{Secret}@shop.test/",
            Memory = new Dictionary<string, string> { ["password"] = Secret },
            Steps =
            [
                new StepResult
                {
                    Number = 1, Text = $"Type \"{Secret}\"", Status = StepStatus.Failed, Message = Secret,
                    Attempts =
                    [
                        new Attempt
                        {
                            Arguments = new TypeArguments("Password", Secret), Status = StepStatus.Failed, Outcome = $"typed {Secret}", Output = Secret, Target = Secret,
                            UrlBefore = $"/?p={Secret}", UrlAfter = $"/?p={Secret}",
                            Considered = [new ConsideredElement(Secret, 1, Secret, null, true)],
                            Claims = [new JudgedClaim(Secret, "failed", Secret, Secret, null)],
                        },
                    ],
                },
            ],
        };
        var document = RunDocuments.Result(new SecretMasker([Secret]).Apply(run));
        document.ShouldContain("•••");
        document.ShouldNotContain(Secret);
    }

    [Fact]
    public void Apply_EveryKindOfArguments_IsKnown()
    {
        var masker = new SecretMasker([Secret]);
        var run = new RunResult { Test = "t", Reason = FinishReason.Success, Reasoning = "", Steps = [] };
        foreach (var type in typeof(CommandArguments).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CommandArguments))))
        {
            var arguments = Instance(type);
            var step = new StepResult { Number = 1, Text = "s", Status = StepStatus.Passed, Attempts = [new Attempt { Arguments = arguments, Status = StepStatus.Passed, Outcome = "" }] };
            var document = RunDocuments.Result(masker.Apply(run with { Steps = [step] }));
            document.ShouldNotContain(Secret, customMessage: type.Name);
        }
    }

    // Every text that a sentence can put into a command holds the secret; the names of variables and keys hold none.
    private static CommandArguments Instance(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        return (CommandArguments)constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
    }

    private static object? Value(ParameterInfo parameter) => parameter switch
    {
        { Name: "Variable" or "Key" } => "name",
        { ParameterType: var type } when type == typeof(string) => Secret,
        { ParameterType: var type } when type == typeof(IReadOnlyList<string>) => new[] { Secret },
        { HasDefaultValue: true, DefaultValue: null } => null,
        _ => Activator.CreateInstance(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType),
    };
}
