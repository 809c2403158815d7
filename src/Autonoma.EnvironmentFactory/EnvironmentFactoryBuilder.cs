using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Scenarios;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Autonoma.EnvironmentFactory;

/// <summary>Says what can be created and how a test signs in. May be used in several places; everything adds up.</summary>
public sealed class EnvironmentFactoryBuilder
{
    private readonly EnvironmentFactorySetup _setup;

    internal EnvironmentFactoryBuilder(IServiceCollection services, EnvironmentFactorySetup setup)
    {
        Services = services;
        _setup = setup;
    }

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Short for <see cref="EnvironmentFactoryOptions.ScopeField"/>.</summary>
    public string? ScopeField
    {
        get => _setup.ScopeField;
        set => _setup.ScopeField = value;
    }

    /// <summary>Changes the settings.</summary>
    public EnvironmentFactoryBuilder Configure(Action<EnvironmentFactoryOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Registers a model with two lambdas. The model is the name of the input type without <c>Input</c>.</summary>
    /// <inheritdoc cref="DefineFactory{TInput}(string, Delegate, Delegate?)"/>
    public FactoryBuilder DefineFactory<TInput>(Delegate create, Delegate? teardown = null)
        where TInput : notnull
        => DefineFactory<TInput>(NameOf(typeof(TInput), "Input"), create, teardown);

    /// <summary>Registers a model with two lambdas, called as the app itself would create and remove a record.</summary>
    /// <typeparam name="TInput">What the caller sends. Its properties, nullability and data annotations are the schema.</typeparam>
    /// <param name="model">The key in <c>create</c>.</param>
    /// <param name="create">
    /// Takes the input first; every further parameter is injected: services, <see cref="FactoryContext"/>, <see cref="CancellationToken"/>.
    /// Returns the record (an object with an <c>Id</c>) or just the id, at once or as a task.
    /// </param>
    /// <param name="teardown">
    /// Takes the record first, or its id (text, number or UUID), then services as above. It may be called again for a record that is gone,
    /// which is no failure. Without it the records are left alone.
    /// </param>
    public FactoryBuilder DefineFactory<TInput>(string model, Delegate create, Delegate? teardown = null)
        where TInput : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentNullException.ThrowIfNull(create);
        return Add(new(model, (_, json) => new DelegateFactory(model, typeof(TInput), create, teardown, json)));
    }

    /// <summary>Registers a <see cref="Factory{TInput, TRecord}"/>, resolved from the services of each request.</summary>
    /// <param name="model">The key in <c>create</c>; by default the name of the class without <c>Factory</c>.</param>
    public FactoryBuilder AddFactory<TFactory>(string? model = null)
        where TFactory : class
    {
        var name = model ?? NameOf(typeof(TFactory), "Factory");
        var arguments = ArgumentsOf(typeof(TFactory))
            ?? throw new ArgumentException($"{typeof(TFactory).Name} does not derive from Factory<TInput, TRecord>.", nameof(TFactory));
        Services.TryAddScoped<TFactory>();
        var type = typeof(ClassFactory<,,>).MakeGenericType(typeof(TFactory), arguments[0], arguments[1]);
        return Add(new(name, (_, json) => (ModelFactory)Activator.CreateInstance(type, name, json)!));
    }

    /// <summary>Registers a model whose factory is made of the app's services, once.</summary>
    /// <param name="model">The key in <c>create</c>.</param>
    /// <param name="make">Gets the services of the app, not those of a request, and the JSON options for inputs.</param>
    public FactoryBuilder AddModel(string model, Func<IServiceProvider, ModelFactoryEnvironment, ModelFactory> make)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentNullException.ThrowIfNull(make);
        return Add(new(model, (services, json) => make(services, new(json.Inputs, json.Annotations))));
    }

    /// <summary>Says how a test signs in, after everything was created.</summary>
    /// <param name="auth">
    /// Takes an <see cref="AuthContext"/> first; every further parameter is injected. Returns <see cref="Credentials"/>, at once or as a task;
    /// null for a scenario without a sign-in.
    /// </param>
    public EnvironmentFactoryBuilder UseAuth(Delegate auth)
    {
        ArgumentNullException.ThrowIfNull(auth);
        _setup.Auth = ServiceCall<AuthContext>.Compile(auth, "auth", context => context.Services, context => context.CancellationToken);
        if (_setup.Auth.Subject != typeof(AuthContext) || !typeof(Credentials).IsAssignableFrom(_setup.Auth.Result))
            throw new ArgumentException("auth must take an AuthContext first and return Credentials.", nameof(auth));
        return this;
    }

    /// <summary>Runs before anything is created. Failing, it fails the request.</summary>
    public EnvironmentFactoryBuilder BeforeUp(Func<HookContext, Task> hook) => Add(_setup.BeforeUp, hook);

    /// <summary>Runs after sign-in and may change the credentials. Failing, it fails the request, and everything is removed again.</summary>
    public EnvironmentFactoryBuilder AfterUp(Func<HookContext, Credentials?, Task<Credentials?>> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        _setup.AfterUp.Add(hook);
        return this;
    }

    /// <summary>Runs before anything is removed. Failing, it fails the request, and nothing is removed.</summary>
    public EnvironmentFactoryBuilder BeforeDown(Func<HookContext, Task> hook) => Add(_setup.BeforeDown, hook);

    /// <summary>Runs after everything was removed; not if something stayed.</summary>
    public EnvironmentFactoryBuilder AfterDown(Func<HookContext, Task> hook) => Add(_setup.AfterDown, hook);

    /// <summary>Offers a scenario of protocol 2.0 that is made by code.</summary>
    /// <param name="name">What callers ask for. Of two with one name the first is used.</param>
    /// <param name="description">What the environment holds.</param>
    /// <param name="up">Sets it up; says how to sign in and what <c>down</c> will need.</param>
    /// <param name="down">Takes it away again; null to leave everything.</param>
    public EnvironmentFactoryBuilder DefineScenario(string name, string description, Func<ScenarioUpContext, Task<ScenarioEnvironment>> up, Func<ScenarioDownContext, Task>? down = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(up);
        _setup.Scenarios.Add(new(name, description, up, down, null));
        return this;
    }

    /// <summary>Offers a scenario of protocol 2.0 that the factories create: the same tree that protocol 1.0 sends.</summary>
    /// <param name="name">What callers ask for. Of two with one name the first is used.</param>
    /// <param name="description">What the environment holds.</param>
    /// <param name="create">The tree as JSON: model names to lists of records.</param>
    public EnvironmentFactoryBuilder DefineScenario(string name, string description, string create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentException.ThrowIfNullOrEmpty(create);
        _setup.Scenarios.Add(new(name, description, null, null, create));
        return this;
    }

    private EnvironmentFactoryBuilder Add(List<Func<HookContext, Task>> hooks, Func<HookContext, Task> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        hooks.Add(hook);
        return this;
    }

    private FactoryBuilder Add(FactoryRegistration registration)
    {
        _setup.Factories.Add(registration);
        return new(registration);
    }

    private static string NameOf(Type type, string suffix)
        => type.Name.Length > suffix.Length && type.Name.EndsWith(suffix, StringComparison.Ordinal) ? type.Name[..^suffix.Length] : type.Name;

    private static Type[]? ArgumentsOf(Type type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(Factory<,>))
                return ancestor.GetGenericArguments();
        }

        return null;
    }
}
