using System.Diagnostics;
using Autonoma.Platform.Work;
using Autonoma.Server.Configuration;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Autonoma.Server.Telemetry;

/// <summary>Tells a collector what this process does: traces, metrics and logs by OTLP. Off unless an endpoint is set. Addresses of requests are told by their route alone: some hold a word that lets one in.</summary>
internal sealed class TelemetryExport(OtlpSettings settings) : IHostedService, IDisposable
{
    private const string RequestSource = "Microsoft.AspNetCore";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public static void Add(WebApplicationBuilder builder, ServerSettings settings)
    {
        if (settings.Otlp is not { } otlp)
            return;
        builder.Services.AddSingleton(otlp);
        builder.Services.AddHostedService<TelemetryExport>();
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(Resource()).AddOtlpExporter(exporter => otlp.Apply(exporter, "logs")))
            // It writes links that let one in, for whoever sits at the console of a local server.
            .AddFilter<OpenTelemetryLoggerProvider>(typeof(Accounts.AccountFeature).FullName, LogLevel.None);
    }

    /// <summary>Says of a request what can be said.</summary>
    public static void Use(WebApplication app, ServerSettings settings)
    {
        if (settings.Otlp is null)
            return;
        app.Use(async (context, next) =>
        {
            var activity = Activity.Current;
            await next(context);
            if (activity is null || activity.Source.Name != RequestSource)
                return;
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            activity.DisplayName = $"{context.Request.Method} {route}";
            activity.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
            if (context.Response.StatusCode >= 500)
                activity.SetStatus(ActivityStatusCode.Error);
        });
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource()).AddSource(RequestSource, RunTelemetry.Name).AddProcessor(new RoutesOnly()).AddOtlpExporter(exporter => settings.Apply(exporter, "traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource()).AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", RunTelemetry.Name).AddOtlpExporter(exporter => settings.Apply(exporter, "metrics")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    // What is not sent yet is sent now.
    public void Dispose()
    {
        Interlocked.Exchange(ref _traces, null)?.Dispose();
        Interlocked.Exchange(ref _metrics, null)?.Dispose();
    }

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
    private static ResourceBuilder Resource()
        => ResourceBuilder.CreateEmpty().AddService("autonoma-server", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString()).AddTelemetrySdk().AddEnvironmentVariableDetector();

    /// <summary>Takes off what the framework says of a request's address.</summary>
    private sealed class RoutesOnly : BaseProcessor<Activity>
    {
        private static readonly string[] Addresses = ["url.path", "url.query", "url.full", "http.target", "http.url", "user_agent.original"];

        public override void OnEnd(Activity data)
        {
            foreach (var name in Addresses)
                data.SetTag(name, null);
        }
    }
}
