using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>
/// A delegate whose first parameter is a subject (an input, a record, a context) and whose others are injected: the context, its
/// cancellation token, its service provider, and services. Compiled once, so that a call costs what a call costs.
/// </summary>
internal sealed class ServiceCall<TContext>
    where TContext : class
{
    private readonly Func<object, TContext, ValueTask<object?>> _call;

    private ServiceCall(Type subject, Type? result, Func<object, TContext, ValueTask<object?>> call)
    {
        Subject = subject;
        Result = result;
        _call = call;
    }

    /// <summary>The type of the first parameter.</summary>
    public Type Subject { get; }

    /// <summary>What the delegate returns, awaited; null for nothing.</summary>
    public Type? Result { get; }

    public ValueTask<object?> InvokeAsync(object subject, TContext context) => _call(subject, context);

    /// <param name="callback">The delegate.</param>
    /// <param name="purpose">What it is, for the message when its shape does not do.</param>
    /// <param name="services">How to get at the services of a context.</param>
    /// <param name="token">How to get at the token of a context.</param>
    public static ServiceCall<TContext> Compile(Delegate callback, string purpose, Expression<Func<TContext, IServiceProvider>> services, Expression<Func<TContext, CancellationToken>> token)
    {
        var invoke = callback.GetType().GetMethod("Invoke")!;
        var parameters = invoke.GetParameters();
        if (parameters.Length == 0 || parameters.Any(parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike))
            throw new InvalidOperationException($"{purpose}: its first parameter must be what it works on, and none may be by reference.");
        var subject = Expression.Parameter(typeof(object), "subject");
        var context = Expression.Parameter(typeof(TContext), "context");
        var provider = Expression.Invoke(services, context);
        var arguments = parameters.Select((parameter, index) => index == 0
            ? Expression.Convert(subject, parameter.ParameterType)
            : Injected(parameter.ParameterType, context, provider, token));
        var call = Expression.Invoke(Expression.Constant(callback), arguments);
        var (body, result) = Awaited(call, invoke.ReturnType);
        return new(parameters[0].ParameterType, result, Expression.Lambda<Func<object, TContext, ValueTask<object?>>>(body, subject, context).Compile());
    }

    private static Expression Injected(Type type, ParameterExpression context, Expression provider, Expression<Func<TContext, CancellationToken>> token)
    {
        if (type == typeof(TContext))
            return context;
        if (type == typeof(CancellationToken))
            return Expression.Invoke(token, context);
        if (type == typeof(IServiceProvider))
            return provider;
        return Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [type], provider);
    }

    private static (Expression Body, Type? Result) Awaited(Expression call, Type returned)
    {
        if (returned == typeof(void))
            return (Expression.Block(call, Expression.Default(typeof(ValueTask<object?>))), null);
        if (returned == typeof(Task))
            return (Call(nameof(OfTask), [], call), null);
        if (returned == typeof(ValueTask))
            return (Call(nameof(OfValueTask), [], call), null);
        if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>))
            return (Call(nameof(OfTaskWithResult), returned.GetGenericArguments(), call), returned.GetGenericArguments()[0]);
        if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(ValueTask<>))
            return (Call(nameof(OfValueTaskWithResult), returned.GetGenericArguments(), call), returned.GetGenericArguments()[0]);
        return (Call(nameof(OfValue), [], Expression.Convert(call, typeof(object))), returned);
    }

    private static MethodCallExpression Call(string method, Type[] arguments, Expression call)
    {
        var found = typeof(ServiceCall<TContext>).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!;
        return Expression.Call(arguments.Length == 0 ? found : found.MakeGenericMethod(arguments), call);
    }

    private static ValueTask<object?> OfValue(object? value) => new(value);

    private static async ValueTask<object?> OfTask(Task task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<object?> OfValueTask(ValueTask task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<object?> OfTaskWithResult<T>(Task<T> task) => await task.ConfigureAwait(false);

    private static async ValueTask<object?> OfValueTaskWithResult<T>(ValueTask<T> task) => await task.ConfigureAwait(false);
}
