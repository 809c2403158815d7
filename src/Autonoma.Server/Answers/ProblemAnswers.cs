using Autonoma.Platform.Refusals;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Answers;

/// <summary>Makes every failure a problem document with a code that stays.</summary>
internal sealed class ProblemAnswers(ILogger<ProblemAnswers> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var problem = exception switch
        {
            RefusedException refused => Problem(Status(refused.Kind), refused.Code, refused.Message, refused.Errors),
            DbUpdateConcurrencyException => Problem(StatusCodes.Status412PreconditionFailed, Refused.Outdated().Code, Refused.Outdated().Message, []),
            BadHttpRequestException bad => Problem(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "request.too_large" : "request.invalid", Plain(bad), []),
            _ => null,
        };
        if (problem is null)
        {
            log.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
            problem = Problem(StatusCodes.Status500InternalServerError, "server.failed", "The server could not do this. Its log says why, under the trace id.", []);
        }

        await WriteAsync(httpContext, problem, cancellationToken);
        return true;
    }

    public static ProblemDetails Problem(int status, string code, string message, IReadOnlyList<FieldProblem> errors)
    {
        var problem = new ProblemDetails { Status = status, Title = message };
        problem.Extensions["code"] = code;
        if (errors.Count > 0)
            problem.Extensions["errors"] = errors;
        return problem;
    }

    public static async Task WriteAsync(HttpContext context, ProblemDetails problem, CancellationToken cancellationToken)
    {
        if (context.Response.HasStarted)
            return;
        problem.Extensions["traceId"] = System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier;
        context.Response.StatusCode = problem.Status!.Value;
        await context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", cancellationToken);
    }

    public static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Outdated => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.TooOften => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status500InternalServerError,
    };

    // What the reader of JSON says names our types; where it stopped is what helps.
    private static string Plain(BadHttpRequestException bad)
        => bad.InnerException is System.Text.Json.JsonException json ? $"The body is not the JSON that is expected here{(json.Path is { Length: > 0 } path ? $", at {path}" : "")}." : bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request is larger than this endpoint takes." : "The request could not be read.";
}
