import './fonts.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from '$lib/ipc';

const target = document.getElementById('app');
if (target) void connect().then((backend) => mount(App, { target, props: { backend } }));
