using Autonoma.AI.Failures;

namespace Autonoma.AI.Providers.Connecting;

/// <summary>Carries a call of a client library out, and turns what the library throws over an answer it cannot read into our own exception.</summary>
internal static class ProviderCall
{
    public static async Task<T> RunAsync<T>(ProviderConnection connection, string model, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (ModelException)
        {
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException e)
        {
            throw new ModelException(ModelFailure.TimedOut, $"{connection.Provider} did not answer in time.", e);
        }
        catch (Exception e) when (e.InnerException is ModelException inner)
        {
            throw new ModelException(inner.Failure, inner.Message, e) { Status = inner.Status, RetryAfter = inner.RetryAfter };
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StackOverflowException or NotSupportedException))
        {
            throw Unreadable(connection, model, e.Message, e);
        }
    }

    public static ModelException Unreadable(ProviderConnection connection, string model, string why, Exception? inner = null)
        => new(ModelFailure.BadReply, $"The answer of {connection.Provider} for '{model}' cannot be read: {connection.Key?.Redact(why) ?? why}", inner) { Status = 200 };
}
