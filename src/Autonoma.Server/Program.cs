using Autonoma.Server.Hosting;

return await ServerProgram.RunAsync(args);
