using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Scenarios.Instances;

/// <summary>A scenario that stands.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Answer">What the endpoint answered.</param>
/// <param name="Values">What was sent; null in protocol 2.0, where the app decides.</param>
/// <param name="Duration">How long <c>up</c> took.</param>
public sealed record ScenarioInstance(string Scenario, Instance Answer, ScenarioValues? Values, TimeSpan Duration)
{
    private static readonly string[] Shown = ["email", "user", "username", "login", "name", "displayname"];

    /// <summary>What the request for it was named; null when the endpoint remembers no names.</summary>
    public InstanceId? Name { get; init; }

    /// <summary>How a test signs in; empty when the endpoint said nothing.</summary>
    public Credentials Auth => Answer.Auth ?? new();

    /// <summary>
    /// What a test may refer to: the variables of the recipe, <c>testRunId</c>, <c>testRunShortId</c>, each credential as
    /// <c>credentials.NAME</c>, and as <c>NAME</c> where the recipe has no such variable.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var run = new RunId(Answer.RunId);
            var all = new Dictionary<string, string>(Values?.Texts ?? new Dictionary<string, string> { [Tokens.RunIdToken] = run.Value, [Tokens.ShortIdToken] = run.Short }, StringComparer.Ordinal);
            foreach (var (name, value) in Auth.Values ?? new Dictionary<string, string>())
            {
                all[$"credentials.{name}"] = value;
                all.TryAdd(name, value);
            }

            return all;
        }
    }

    /// <summary>Names of <see cref="Variables"/> whose values are shown nowhere: every credential but who it is.</summary>
    public IReadOnlyList<string> Secrets
        => [.. (Auth.Values ?? new Dictionary<string, string>()).Keys.Where(name => !Shown.Contains(name.Replace("_", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase))
            .SelectMany(name => Values?.Values.ContainsKey(name) == true ? (string[])[$"credentials.{name}"] : [$"credentials.{name}", name])];
}
