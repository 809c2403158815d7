using System.Runtime.InteropServices;
using System.Text;
using Autonoma.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource();

// The first signal stops cleanly: running tests end, browsers close, reports are written. The second ends the process.
void OnSignal(PosixSignalContext context)
{
    if (stop.IsCancellationRequested)
        return;
    context.Cancel = true;
    Console.Error.WriteLine();
    Console.Error.WriteLine("Stopping: the report is written with what is there. Press Ctrl+C again to end at once.");
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
return await Tool.RunAsync(args, ToolEnvironment.Process(), stop.Token);
