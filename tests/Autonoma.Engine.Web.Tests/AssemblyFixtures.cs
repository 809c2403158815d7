using Autonoma.TestKit;

// One browser for all tests: each opens sessions of its own.
[assembly: AssemblyFixture(typeof(BrowserFixture))]
