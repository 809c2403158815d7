using Autonoma.Server.Configuration;
using Autonoma.TestKit;
using Npgsql;

namespace Autonoma.Server.Tests.Deploy;

/// <summary>What can be known of the Helm chart without a cluster: what it renders to, and whether that fits together and fits the server.</summary>
public sealed class ChartTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static readonly string Folder = Repository.Folder("deploy/helm/autonoma");

    /// <summary>Everything switched on that is off by default, and nothing left empty.</summary>
    private const string Everything = """
        image: { server: registry.example.com/autonoma-server, worker: registry.example.com/autonoma-worker, tag: "2.1", pullPolicy: Always }
        publicUrl: https://tests.example.com
        existingSecret: keys
        s3: { bucket: files, endpoint: "http://storage:9000", region: eu-central-1 }
        server: { replicas: 3, resources: { requests: { cpu: 251m, memory: 513Mi }, limits: { memory: 2Gi } } }
        worker:
          slots: 4
          drainSeconds: 120
          replicas: 5
          resources: { requests: { cpu: "2", memory: 2049Mi }, limits: { memory: 4Gi } }
          autoscaling: { enabled: true, min: 6, max: 21, pollingSeconds: 11, cooldownSeconds: 301 }
        ingress: { enabled: true, className: nginx, host: tests.example.com, tlsSecret: certificate }
        serviceAccount: { annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::1:role/tests" } }
        """;

    [Theory]
    [InlineData(false, "Deployment, Service, ServiceAccount | Deployment, TriggerAuthentication, ScaledObject")]
    [InlineData(true, "Deployment, Service, ServiceAccount, Ingress | Deployment, TriggerAuthentication, ScaledObject")]
    public void Chart_Rendered_IsTheseManifests_EachWithWhatItNeeds(bool everything, string kinds)
    {
        var files = Rendered(everything ? Everything : null);

        string.Join(" | ", files.Select(file => string.Join(", ", file.Value.Select(manifest => Yaml.At(manifest, "kind"))))).ShouldBe(kinds);
        foreach (var manifest in files.Values.SelectMany(manifests => manifests))
        {
            Yaml.At(manifest, "apiVersion").ShouldBe((string)Yaml.At(manifest, "kind")! switch
            {
                "Deployment" => "apps/v1",
                "Service" or "ServiceAccount" => "v1",
                "Ingress" => "networking.k8s.io/v1",
                _ => "keda.sh/v1alpha1",
            });
            ((string)Yaml.At(manifest, "metadata", "name")!).ShouldMatch("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$");
            foreach (var (name, value) in Yaml.Entries(Yaml.At(manifest, "metadata", "labels")))
                value.ShouldBeOfType<string>($"{name}: labels are texts").ShouldMatch("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$");
        }
    }

    [Theory]
    [InlineData(false, "demo-server")]
    [InlineData(false, "demo-worker")]
    [InlineData(true, "demo-server")]
    [InlineData(true, "demo-worker")]
    public void Deployment_FitsTogether_AndSaysWhatTheServerKnows(bool everything, string name)
    {
        var manifests = Rendered(everything ? Everything : null).Values.SelectMany(file => file).ToList();
        var deployment = Manifest(manifests, "Deployment", name);
        var pod = Yaml.At(deployment, "spec", "template", "spec");
        var container = Yaml.Items(Yaml.At(pod, "containers")).ShouldHaveSingleItem();

        Yaml.Entries(Yaml.At(deployment, "spec", "selector", "matchLabels")).ToDictionary().ShouldBe(Yaml.Entries(Yaml.At(deployment, "spec", "template", "metadata", "labels")).ToDictionary(), "a deployment finds its own pods");
        manifests.ShouldContain(manifest => (string?)Yaml.At(manifest, "kind") == "ServiceAccount" && Equals(Yaml.At(manifest, "metadata", "name"), Yaml.At(pod, "serviceAccountName")));
        Yaml.At(container, "image").ShouldBeOfType<string>().ShouldMatch(@"^[a-z./-]+:\d");
        string[] variables = [.. Yaml.Items(Yaml.At(container, "env")).Select(variable => (string)Yaml.At(variable, "name")!)];
        variables.ShouldBeSubsetOf(SettingReader.Variables.Values.SelectMany(names => names));
        variables.ShouldBeUnique();
        Yaml.Items(Yaml.At(container, "env")).ShouldAllBe(variable => Yaml.At(variable, "value") is string, "Kubernetes takes texts only: numbers are quoted");
        var ports = Yaml.Items(Yaml.At(container, "ports")).ToDictionary(port => (string)Yaml.At(port, "name")!, port => (long)Yaml.At(port, "containerPort")!);
        ports["http"].ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(new Uri(ImageTests.Image.Environment("server")["AUTONOMA_URLS"]).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var probe in (string[])["livenessProbe", "readinessProbe"])
            ports.Keys.ShouldContain((string)Yaml.At(container, probe, "httpGet", "port")!);
        Yaml.Items(Yaml.At(container, "volumeMounts")).Select(mount => Yaml.At(mount, "name")).ShouldBe(Yaml.Items(Yaml.At(pod, "volumes")).Select(volume => Yaml.At(volume, "name")), ignoreOrder: true);
        Yaml.Items(Yaml.At(container, "volumeMounts")).ShouldContain(mount => (string?)Yaml.At(mount, "mountPath") == ImageTests.Image.Environment("server")["AUTONOMA_DATA"]);
        Yaml.At(pod, "securityContext", "runAsUser")!.ToString().ShouldBe(ImageTests.Image.AllOf("worker").Last(instruction => instruction.Keyword == "USER").Arguments);
        Yaml.Items(Yaml.At(container, "envFrom")).Select(from => Yaml.At(from, "secretRef", "name")).ShouldBe([everything ? "keys" : "autonoma"]);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Probes_AskForWhatTheServerAnswers(string path)
    {
        Yaml.Items(Yaml.At(Manifest([.. Rendered(null).Values.SelectMany(file => file)], "Deployment", "demo-server"), "spec", "template", "spec", "containers"))
            .ShouldContain(container => new[] { "livenessProbe", "readinessProbe" }.Any(probe => (string?)Yaml.At(container, probe, "httpGet", "path") == path));
        using var answer = await server.Anonymous.GetAsync(path, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public void ServiceAndIngress_LeadToThePodsOfTheServer()
    {
        var manifests = Rendered(Everything).Values.SelectMany(file => file).ToList();
        var service = Manifest(manifests, "Service", "demo-server");
        var ingress = Manifest(manifests, "Ingress", "demo");

        Yaml.Entries(Yaml.At(service, "spec", "selector")).ToDictionary().ShouldBe(Yaml.Entries(Yaml.At(Manifest(manifests, "Deployment", "demo-server"), "spec", "template", "metadata", "labels")).ToDictionary());
        Yaml.At(service, "spec", "ports", 0, "targetPort").ShouldBe("http");
        Yaml.At(ingress, "spec", "rules", 0, "http", "paths", 0, "backend", "service", "name").ShouldBe("demo-server");
        Yaml.At(ingress, "spec", "rules", 0, "http", "paths", 0, "backend", "service", "port", "name").ShouldBe(Yaml.At(service, "spec", "ports", 0, "name"));
        Yaml.At(ingress, "spec", "tls", 0, "secretName").ShouldBe("certificate");
        Yaml.At(ingress, "spec", "ingressClassName").ShouldBe("nginx");
    }

    [Fact]
    public void Workers_WithoutAutoscaling_AreAsManyAsSaid_AndWithItAreNotSaidTwice()
    {
        var without = Rendered("worker: { autoscaling: { enabled: false } }")["worker.yaml"];
        var with = Rendered(null)["worker.yaml"];

        without.Count.ShouldBe(1);
        Yaml.At(without[0], "spec", "replicas").ShouldBe(1L);
        Yaml.At(with[0], "spec", "replicas").ShouldBeNull("two who decide how many there are would undo each other's work");
        var scaled = Manifest(with, "ScaledObject", "demo-worker");
        Yaml.At(scaled, "spec", "scaleTargetRef", "name").ShouldBe(Yaml.At(with[0], "metadata", "name"));
        Yaml.At(scaled, "spec", "triggers", 0, "authenticationRef", "name").ShouldBe(Yaml.At(Manifest(with, "TriggerAuthentication", "demo-queue"), "metadata", "name"));
        var container = Yaml.At(with[0], "spec", "template", "spec", "containers", 0);
        Yaml.At(scaled, "spec", "triggers", 0, "metadata", "targetQueryValue").ShouldBe(Yaml.At(Yaml.Items(Yaml.At(container, "env")).Single(variable => (string?)Yaml.At(variable, "name") == "AUTONOMA_SLOTS"), "value"), "a pod for as many runs as it has slots");
        ((long)Yaml.At(with[0], "spec", "template", "spec", "terminationGracePeriodSeconds")!).ShouldBeGreaterThan(300, "longer than the drain");
    }

    // It is asked by KEDA past the server: nobody else would notice that a table got another name.
    [Fact]
    public async Task QueryOfTheAutoscaling_OnTheRealTables_IsAnswered()
    {
        var query = (string)Yaml.At(Manifest(Rendered(null)["worker.yaml"], "ScaledObject", "demo-worker"), "spec", "triggers", 0, "metadata", "query")!;
        await using var database = NpgsqlDataSource.Create(server.Database);
        await using var command = database.CreateCommand(query);

        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
        foreach (var status in (string[])["'Queued'", "'Running'"])
        {
            query.ShouldContain(status);
            Enum.GetNames<Platform.Runs.RunStatus>().ShouldContain(status.Trim('\''));
        }
    }

    // All others here see what ChartTemplate renders; this asks Helm itself whether that is what it renders, on a machine that has one.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chart_RenderedByHelm_IsWhatTheseTestsLookAt(bool everything)
    {
        var helm = new[] { Environment.GetEnvironmentVariable("HELM") }.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "helm"))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(helm is null, "Helm is not installed (HELM names one): whether it renders the chart as these tests do was not asked");
        var values = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(values, everything ? Everything : "", TestContext.Current.CancellationToken);
            await ImageTests.RunAsync(helm!, ["lint", "--strict", "--values", values, Folder]);
            var manifests = Yaml.ReadAll(await ImageTests.RunAsync(helm!, ["template", "demo", Folder, "--values", values]));

            manifests.Select(Yaml.Write).Order(StringComparer.Ordinal).ShouldBe(Rendered(everything ? Everything : null).Values.SelectMany(file => file).Select(Yaml.Write).Order(StringComparer.Ordinal));
        }
        finally
        {
            File.Delete(values);
        }
    }

    [Fact]
    public void Values_AreAllUsed_AndAllThatIsUsedIsDefined()
    {
        var chart = new ChartTemplate(Folder, Values(Everything));
        chart.Render();
        var unscaled = new ChartTemplate(Folder, Values(Everything, "worker: { autoscaling: { enabled: false } }"));
        unscaled.Render();

        ChartTemplate.Leaves(Values(), "").Select(leaf => leaf.Path).Except(chart.Used).Except(unscaled.Used).Except(chart.Used.Where(path => path.StartsWith("serviceAccount.annotations", StringComparison.Ordinal)).Select(_ => "serviceAccount.annotations")).ShouldBeEmpty();
    }

    private static Dictionary<string, List<object?>> Rendered(string? values)
        => new ChartTemplate(Folder, Values(values)).Render().ToDictionary(file => file.Key, file => Yaml.ReadAll(file.Value), StringComparer.Ordinal);

    private static object? Manifest(List<object?> manifests, string kind, string name)
        => manifests.Single(manifest => (string?)Yaml.At(manifest, "kind") == kind && (string?)Yaml.At(manifest, "metadata", "name") == name);

    private static Dictionary<string, object?> Values(params IEnumerable<string?> over)
    {
        var values = Yaml.Read(File.ReadAllText(Path.Combine(Folder, "values.yaml")));
        foreach (var text in over.OfType<string>())
            Merge(values, Yaml.Read(text));
        return values;
    }

    private static void Merge(Dictionary<string, object?> values, Dictionary<string, object?> over)
    {
        foreach (var (name, value) in over)
        {
            if (value is Dictionary<string, object?> map && values.GetValueOrDefault(name) is Dictionary<string, object?> under)
                Merge(under, map);
            else
                values[name] = value;
        }
    }
}
