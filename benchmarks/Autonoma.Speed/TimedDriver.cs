using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Autonoma.Engine.Driving;

namespace Autonoma.Speed;

/// <summary>A driver that notes how long each of its calls took: where the time of a test goes.</summary>
public class TimedDriver : DispatchProxy
{
    private object _inner = null!;
    private string _name = "";
    private ConcurrentDictionary<string, (int Calls, double Milliseconds)> _times = null!;
    private readonly Dictionary<object, object> _parts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Wraps a driver and all of its parts.</summary>
    public static IAppDriver Of(IAppDriver driver, ConcurrentDictionary<string, (int Calls, double Milliseconds)> times) => (IAppDriver)Wrap(typeof(IAppDriver), driver, "", times);

    /// <summary>The calls in words, those that took longest first.</summary>
    public static string Words(ConcurrentDictionary<string, (int Calls, double Milliseconds)> times, int rounds) => string.Join(", ", times
        .Where(entry => entry.Value.Milliseconds / rounds >= 1)
        .OrderByDescending(entry => entry.Value.Milliseconds)
        .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value.Milliseconds / rounds:0} ms ({(double)entry.Value.Calls / rounds:0.#})")));

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var start = Stopwatch.GetTimestamp();
        var result = targetMethod!.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        if (result is Task task)
            _ = task.ContinueWith(_ => Note(targetMethod.Name, start), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        else if (result is not null && targetMethod.ReturnType.IsInterface && targetMethod.ReturnType.Namespace == typeof(IAppDriver).Namespace)
        {
            if (!_parts.TryGetValue(result, out var part))
                _parts[result] = part = Wrap(targetMethod.ReturnType, result, targetMethod.Name.Replace("get_", "", StringComparison.Ordinal) + ".", _times);
            return part;
        }

        return result;
    }

    private static object Wrap(Type contract, object inner, string name, ConcurrentDictionary<string, (int Calls, double Milliseconds)> times)
    {
        var proxy = (TimedDriver)Create(contract, typeof(TimedDriver));
        (proxy._inner, proxy._name, proxy._times) = (inner, name, times);
        return proxy;
    }

    private void Note(string method, long start)
    {
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        _times.AddOrUpdate(_name + method, (1, took), (_, known) => (known.Calls + 1, known.Milliseconds + took));
    }
}
