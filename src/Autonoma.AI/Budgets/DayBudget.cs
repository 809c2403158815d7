using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.AI.Budgets;

/// <summary>
/// The budget of a day (UTC), kept in a file that all processes of a machine share. What is set aside is in the file before the call is made:
/// a process that dies in the middle has spent its estimate. A file that cannot be read allows nothing.
/// </summary>
public sealed class DayBudget : IBudget, IDisposable
{
    private const int LockTries = 500;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>A day's budget.</summary>
    /// <param name="limits">What may be spent on a day.</param>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="time">The clock.</param>
    public DayBudget(BudgetLimits limits, string path, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Limits = limits;
        _path = Path.GetFullPath(path);
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public string Name => "day";

    /// <inheritdoc/>
    public BudgetLimits Limits { get; }

    private DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>Spent and set aside today, by all processes.</summary>
    public async ValueTask<BudgetAmount> SpentAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        return await ChangeAsync(spent => (spent.On(today), false), cancellationToken).ConfigureAwait(false) is { } day ? day.Amount : default;
    }

    /// <inheritdoc/>
    public async ValueTask<BudgetReservation> ReserveAsync(BudgetAmount estimate, CancellationToken cancellationToken)
    {
        var today = Today;
        await ChangeAsync(
            spent =>
            {
                var day = spent.On(today);
                return Limits.BrokenBy(day.Amount, estimate) is { } broken ? throw Budget.Exceeded(Name, broken) : (day.With(day.Amount.Plus(estimate)), true);
            },
            cancellationToken).ConfigureAwait(false);
        return new(estimate, today);
    }

    /// <inheritdoc/>
    public async ValueTask SettleAsync(BudgetReservation reservation, BudgetAmount actual)
        // A call that began before midnight is of the day it began on; that day's line may be gone, and then nothing depends on it.
        => await ChangeAsync(spent => spent.Day == reservation.Day ? (spent.With(spent.Amount.Minus(reservation.Amount).Plus(actual)), true) : (spent, false), CancellationToken.None).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async ValueTask<SpentDay> ChangeAsync(Func<SpentDay, (SpentDay Spent, bool Write)> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            using var held = await LockAsync(cancellationToken).ConfigureAwait(false);
            var (spent, write) = change(Read());
            if (write)
                Write(spent);
            return spent;
        }
        finally
        {
            _gate.Release();
        }
    }

    // Other processes hold it for as long as a small file takes to be written.
    private async ValueTask<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException e)
            {
                if (i == LockTries)
                    throw new BudgetExceededException(Name, $"The file of the day's budget, {_path}, is locked by another process ({e.Message}), so it is not known what is left. Nothing was sent.");
            }

            await Task.Delay(LockPause, cancellationToken).ConfigureAwait(false);
        }
    }

    private SpentDay Read()
    {
        if (!File.Exists(_path))
            return new("", 0, 0, 0);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(_path), DayBudgetJson.Default.SpentDay) is { } spent && (spent.Date.Length == 0 || spent.Day != default) ? spent : throw new JsonException("no day in it");
        }
        catch (JsonException e)
        {
            throw new BudgetExceededException(Name, $"The file of the day's budget, {_path}, cannot be read ({e.Message}), so it is not known what is left. Nothing was sent. Delete it to begin the day anew.");
        }
    }

    private void Write(SpentDay spent)
    {
        var written = _path + ".new";
        File.WriteAllBytes(written, JsonSerializer.SerializeToUtf8Bytes(spent, DayBudgetJson.Default.SpentDay));
        File.Move(written, _path, overwrite: true);
    }
}

/// <summary>The file's one line.</summary>
internal sealed record SpentDay([property: JsonPropertyName("day")] string Date, long Tokens, decimal Money, int Calls)
{
    private const string Form = "yyyy-MM-dd";

    [JsonIgnore]
    public DateOnly Day => DateOnly.TryParseExact(Date, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;

    [JsonIgnore]
    public BudgetAmount Amount => new(Tokens, Money, Calls);

    public SpentDay On(DateOnly day) => Day == day ? this : new(day.ToString(Form, CultureInfo.InvariantCulture), 0, 0, 0);

    public SpentDay With(BudgetAmount amount) => new(Date, amount.Tokens, amount.Money, amount.Calls);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SpentDay))]
internal sealed partial class DayBudgetJson : JsonSerializerContext;
