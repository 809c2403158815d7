using Autonoma.Chaos;

return args switch
{
    ["worker", var database, var data, .. var rest] => await ChaosWorker.RunAsync(database, data, rest),
    _ => await ChaosRun.RunAsync(ChaosOptions.Parse(args)),
};
