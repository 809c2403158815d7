using Autonoma.AI.Failures;
using Autonoma.AI.Pricing;
using Autonoma.AI.Resilience;
using Autonoma.AI.Usage;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Budgets;

/// <summary>
/// Asks every budget before a request is sent, and sets its estimate aside until it is known what the request used. A request that failed
/// without an answer, and may yet have been charged (a timeout, a lost connection), keeps its whole estimate.
/// </summary>
/// <param name="inner">What answers.</param>
/// <param name="budgets">All of them must allow it.</param>
/// <param name="price">What the model costs; null when not known.</param>
/// <param name="model">The model's key, for messages.</param>
public sealed class BudgetChatClient(IChatClient inner, IReadOnlyList<IBudget> budgets, ModelPrice? price, string model) : WholeAnswerClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var read = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (price is null && budgets.FirstOrDefault(budget => budget.Limits.Money is not null) is { } inMoney)
            throw new BudgetExceededException(inMoney.Name, $"The budget of the {inMoney.Name} is in money, and the price of the model '{model}' is not known. Nothing was sent. Say its price under 'modelPrices', or set a budget of tokens or calls.");
        var estimate = TokenEstimate.Of(read, options);
        var expected = BudgetAmount.OfCall(estimate, price?.CostOf(estimate));
        var reservations = await ReserveAsync(expected, cancellationToken).ConfigureAwait(false);
        var actual = expected;
        try
        {
            var response = await InnerClient.GetResponseAsync(read, options, cancellationToken).ConfigureAwait(false);
            // A provider that tells no usage is taken at the estimate, or a budget would never end.
            if (TokenUsage.Of(response.Usage) is { Total: > 0 } usage)
                actual = BudgetAmount.OfCall(usage, price?.CostOf(usage));
            return response;
        }
        catch (ModelException e) when (e.IsFree)
        {
            actual = new(0, 0, 1);
            throw;
        }
        finally
        {
            for (var i = 0; i < reservations.Length; i++)
                await budgets[i].SettleAsync(reservations[i], actual).ConfigureAwait(false);
        }
    }

    private async ValueTask<BudgetReservation[]> ReserveAsync(BudgetAmount expected, CancellationToken cancellationToken)
    {
        var reservations = new BudgetReservation[budgets.Count];
        var held = 0;
        try
        {
            for (; held < budgets.Count; held++)
                reservations[held] = await budgets[held].ReserveAsync(expected, cancellationToken).ConfigureAwait(false);
            return reservations;
        }
        finally
        {
            // One refused: what the others set aside goes back.
            for (var i = 0; held < budgets.Count && i < held; i++)
                await budgets[i].SettleAsync(reservations[i], default).ConfigureAwait(false);
        }
    }
}
