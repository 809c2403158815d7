using System.Globalization;
using System.Threading.RateLimiting;
using Autonoma.Platform.Access;
using Autonoma.Platform.Imports;
using Autonoma.Server.Answers;
using Autonoma.Server.Configuration;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace Autonoma.Server.Hosting;

/// <summary>What holds for every request: how large, how often, from which hosts, and what a browser may do with the answer.</summary>
internal static class Hardening
{
    private const long LargestRequest = 2L * 1024 * 1024, LargestUpload = 64L * 1024 * 1024;

    public static void Add(WebApplicationBuilder builder, ServerSettings settings)
    {
        // A page of another site can let a name mean this machine; it cannot choose what the browser sends as the host.
        if (settings.IsLocal)
            builder.Configuration["AllowedHosts"] = $"localhost;127.0.0.1;[::1];{settings.PublicUrl.Host}";
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestRequest);
        builder.Services.Configure<FormOptions>(form => (form.ValueCountLimit, form.MultipartBodyLengthLimit) = (SuiteArchive.MostFiles + 10, LargestUpload));
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins([.. settings.AllowedOrigins]).AllowAnyHeader().AllowAnyMethod().AllowCredentials().WithExposedHeaders("ETag", "Location", "Retry-After")));
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, settings.RequestsPerMinute));
            limiter.OnRejected = async (rejected, cancellationToken) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                await ProblemAnswers.WriteAsync(rejected.HttpContext, ProblemAnswers.Problem(StatusCodes.Status429TooManyRequests, "request.too_often", "Too many requests came from this caller: wait a moment.", []), cancellationToken);
            };
        });
    }

    public static void UseFirst(WebApplication app, ServerSettings settings)
    {
        if (settings.TrustedProxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var network in settings.TrustedProxies)
                forwarded.KnownIPNetworks.Add(network);
            app.UseForwardedHeaders(forwarded);
        }

        var isSecure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                if (isSecure)
                    headers.StrictTransportSecurity = "max-age=31536000";
                // Pages bring a policy of their own; what the API answers is never shown as a page.
                if (headers.ContentSecurityPolicy.Count == 0)
                    headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
                if (context.Request.Path.StartsWithSegments("/v1") && headers.CacheControl.Count == 0)
                    headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    // A bucket that fills by the second: a burst of ten seconds' worth is let through.
    private static RateLimitPartition<string> Partition(HttpContext context, int perMinute)
    {
        if (!context.Request.Path.StartsWithSegments("/v1"))
            return RateLimitPartition.GetNoLimiter("");
        var caller = context.RequestServices.GetRequiredService<Caller>();
        var who = caller.ApiKeyId is { } key ? $"key {key}" : caller.UserId is { } user ? $"user {user}" : $"address {caller.Address}";
        var perSecond = Math.Max(1, perMinute / 60);
        return RateLimitPartition.GetTokenBucketLimiter(who, _ => new() { TokenLimit = Math.Max(perMinute / 6, 10), TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true });
    }
}
